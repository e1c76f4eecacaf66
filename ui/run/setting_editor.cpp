// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/setting_editor.h"

#include "ui/state/setting_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <limits>

namespace inverso::ui {

namespace {

constexpr int mostDecimals = 9;

/// A real number with as many decimals as it needs, and steps of its own size: settings reach from 1e-9 to 1e6.
class RealSpinBox : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    [[nodiscard]] QString textFromValue(double value) const override
    {
        return locale().toString(value, 'g', QLocale::FloatingPointShortest);
    }
};

QSpinBox* wholeBox(const SettingField& field, int value, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(static_cast<int>(field.low),
                  static_cast<int>(std::min(field.high, double{std::numeric_limits<int>::max()})));
    box->setGroupSeparatorShown(true);
    box->setValue(value);
    return box;
}

QDoubleSpinBox* realBox(const SettingField& field, double value, QWidget* parent)
{
    auto* box = new RealSpinBox(parent);
    box->setDecimals(mostDecimals);
    box->setRange(field.low, field.high);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setValue(value);
    return box;
}

QComboBox* choiceBox(const Choice& choice, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    for (std::size_t i = 0; i < choice.names.size(); ++i)
        box->addItem(choiceTitle(choice.names[i]), static_cast<int>(i));
    box->setCurrentIndex(static_cast<int>(choice.get()));
    return box;
}

} // namespace

SettingEditor::SettingEditor(const SettingField& field, const QString& name, QWidget* parent)
    : QObject(parent)
    , m_field(field)
    , m_default(textOf(field))
{
    makeWidget(name, parent);
}

void SettingEditor::makeWidget(const QString& name, QWidget* parent)
{
    const auto changedBy = [this](auto* widget, auto signal) {
        connect(widget, signal, this, &SettingEditor::changed);
        m_widget = widget;
    };
    if (auto* const* number = std::get_if<int*>(&m_field.value)) {
        changedBy(wholeBox(m_field, **number, parent), &QSpinBox::valueChanged);
    } else if (auto* const* real = std::get_if<double*>(&m_field.value)) {
        changedBy(realBox(m_field, **real, parent), &QDoubleSpinBox::valueChanged);
    } else if (auto* const* on = std::get_if<bool*>(&m_field.value)) {
        auto* box = new QCheckBox(settingTitle(m_field), parent);
        box->setChecked(**on);
        changedBy(box, &QCheckBox::toggled);
    } else if (const auto* choice = std::get_if<Choice>(&m_field.value)) {
        changedBy(choiceBox(*choice, parent), &QComboBox::currentIndexChanged);
    } else {
        changedBy(new QLineEdit(QString::fromStdString(m_default), parent), &QLineEdit::textChanged);
    }
    m_widget->setObjectName(name);
    m_widget->setToolTip(settingToolTip(m_field));
}

void SettingEditor::addTo(QFormLayout& form)
{
    if (qobject_cast<QCheckBox*>(m_widget) != nullptr) {
        form.addRow(m_widget);
        return;
    }
    m_label = new QLabel(settingTitle(m_field), m_widget->parentWidget());
    m_label->setToolTip(m_widget->toolTip());
    m_label->setBuddy(m_widget);
    form.addRow(m_label, m_widget);
}

std::string SettingEditor::text() const
{
    if (const auto* whole = qobject_cast<const QSpinBox*>(m_widget))
        return std::to_string(whole->value());
    if (const auto* real = qobject_cast<const QDoubleSpinBox*>(m_widget)) {
        double value = real->value();
        SettingField shown = m_field;
        shown.value = &value;
        return textOf(shown);
    }
    if (const auto* box = qobject_cast<const QCheckBox*>(m_widget))
        return box->isChecked() ? "on" : "off";
    if (const auto* choice = qobject_cast<const QComboBox*>(m_widget))
        return std::string(std::get<Choice>(m_field.value).names[static_cast<std::size_t>(choice->currentIndex())]);
    return qobject_cast<const QLineEdit*>(m_widget)->text().toStdString();
}

void SettingEditor::setDecided(const QString& text)
{
    qobject_cast<QSpinBox*>(m_widget)->setSpecialValueText(text);
}

void SettingEditor::setEnabled(bool enabled)
{
    m_widget->setEnabled(enabled);
    if (m_label != nullptr)
        m_label->setEnabled(enabled);
}

} // namespace inverso::ui
