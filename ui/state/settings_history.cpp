// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/settings_history.h"

#include "ui/base/change_command.h"
#include "ui/base/named_widgets.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QTimer>
#include <QUndoStack>

#include <utility>

namespace inverso::ui {

namespace {

using Settings = std::vector<FormValues>; // of the forms
using Step = ChangeCommand<Settings>::Step;

QStringList changedFields(const Step& step)
{
    QStringList result;
    for (std::size_t form = 0; form < step.before.size() && form < step.after.size(); ++form)
        for (const auto& [key, value] : step.before[form].asKeyValueRange())
            if (step.after[form].value(key) != value)
                result += key;
    return result;
}

// Successive changes of one field are one step.
bool continuesTurn(const Step& earlier, const Step& later)
{
    return changedFields(earlier) == changedFields(later);
}

} // namespace

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
        values.removeIf([this](const auto& field) { return !m_names.contains(nameInKey(field.key())); });
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
        m_stack.push(new ChangeCommand<Settings>(
            ChangeKind::Settings, UndoWord::Settings, {m_last, now},
            [this](const Settings& settings) { apply(settings); }, &continuesTurn));
    m_last = std::move(now);
}

} // namespace inverso::ui
