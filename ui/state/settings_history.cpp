// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/settings_history.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QSpinBox>
#include <QTimer>
#include <QUndoStack>

#include <utility>

namespace inverso::ui {

namespace {

constexpr int settingsCommandId = 2;
constexpr qint64 turnPause = 700; // ms: changes of a field closer together are one turn of it

} // namespace

class SettingsCommand : public QUndoCommand
{
public:
    SettingsCommand(SettingsHistory& history, SettingsHistory::Settings before, SettingsHistory::Settings after)
        : QUndoCommand(SettingsHistory::tr("change of settings"))
        , m_history(history)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
        m_made.start();
    }

    void undo() override { m_history.apply(m_before); }
    void redo() override
    {
        if (std::exchange(m_first, false))
            return; // it has happened already
        m_history.apply(m_after);
    }
    [[nodiscard]] int id() const override { return settingsCommandId; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto& later = static_cast<const SettingsCommand&>(*other);
        if (fields() != later.fields() || m_made.msecsTo(later.m_made) > turnPause)
            return false;
        m_after = later.m_after;
        m_made = later.m_made;
        return true;
    }

private:
    // Those that differ.
    [[nodiscard]] QStringList fields() const
    {
        QStringList result;
        for (std::size_t form = 0; form < m_before.size() && form < m_after.size(); ++form)
            for (const auto& [key, value] : m_before[form].asKeyValueRange())
                if (m_after[form].value(key) != value)
                    result += key;
        return result;
    }

    SettingsHistory& m_history;
    SettingsHistory::Settings m_before;
    SettingsHistory::Settings m_after;
    QElapsedTimer m_made;
    bool m_first = true;
};

SettingsHistory::SettingsHistory(QUndoStack& stack, QObject* parent)
    : QObject(parent)
    , m_stack(stack)
{
}

void SettingsHistory::watch(const std::vector<QWidget*>& forms, const QSet<QString>& names)
{
    m_forms.assign(forms.begin(), forms.end());
    m_names = names;
    for (const QWidget* form : forms) {
        for (QWidget* widget : form->findChildren<QWidget*>()) {
            if (!names.contains(widget->objectName()))
                continue;
            if (auto* spin = qobject_cast<QSpinBox*>(widget))
                connect(spin, &QSpinBox::valueChanged, this, &SettingsHistory::noteLater);
            else if (auto* real = qobject_cast<QDoubleSpinBox*>(widget))
                connect(real, &QDoubleSpinBox::valueChanged, this, &SettingsHistory::noteLater);
            else if (auto* choice = qobject_cast<QComboBox*>(widget))
                connect(choice, &QComboBox::currentIndexChanged, this, &SettingsHistory::noteLater);
            else if (auto* button = qobject_cast<QAbstractButton*>(widget))
                connect(button, &QAbstractButton::toggled, this, &SettingsHistory::noteLater);
        }
    }
    restart();
}

SettingsHistory::Settings SettingsHistory::current() const
{
    Settings settings;
    for (const QPointer<QWidget>& form : m_forms) {
        FormValues values = form ? formValues(*form) : FormValues();
        values.removeIf(
            [this](const auto& field) { return !m_names.contains(field.key().section(QLatin1Char('#'), 0, 0)); });
        settings.push_back(std::move(values));
    }
    return settings;
}

void SettingsHistory::restart()
{
    m_restarting = true;
    noteLater();
}

void SettingsHistory::apply(const Settings& settings)
{
    m_applying = true;
    for (std::size_t i = 0; i < m_forms.size() && i < settings.size(); ++i)
        if (m_forms[i])
            setFormValues(*m_forms[i], settings[i]);
    m_applying = false;
    m_last = current();
}

void SettingsHistory::noteLater()
{
    if (m_applying || std::exchange(m_noting, true))
        return;
    QTimer::singleShot(0, this, &SettingsHistory::note);
}

void SettingsHistory::note()
{
    m_noting = false;
    Settings now = current();
    if (!std::exchange(m_restarting, false) && now != m_last)
        m_stack.push(new SettingsCommand(*this, m_last, now));
    m_last = std::move(now);
}

} // namespace inverso::ui
