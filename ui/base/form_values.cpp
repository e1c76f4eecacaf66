// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/form_values.h"

#include "ui/base/named_widgets.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>

namespace inverso::ui {

namespace {

QVariant valueOf(const QWidget& widget)
{
    if (const auto* spin = qobject_cast<const QSpinBox*>(&widget))
        return spin->value();
    if (const auto* real = qobject_cast<const QDoubleSpinBox*>(&widget))
        return real->value();
    if (const auto* choice = qobject_cast<const QComboBox*>(&widget))
        return choice->currentIndex();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->isCheckable() ? QVariant(button->isChecked()) : QVariant();
    if (const auto* slider = qobject_cast<const QAbstractSlider*>(&widget))
        return qobject_cast<const QScrollBar*>(slider) != nullptr ? QVariant() : QVariant(slider->value());
    if (const auto* tabs = qobject_cast<const QTabWidget*>(&widget))
        return tabs->currentIndex();
    if (const auto* bar = qobject_cast<const QTabBar*>(&widget))
        return bar->currentIndex();
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
        return line->isReadOnly() ? QVariant() : QVariant(line->text());
    return {};
}

void setValue(QWidget& widget, const QVariant& value)
{
    if (auto* spin = qobject_cast<QSpinBox*>(&widget))
        spin->setValue(value.toInt());
    else if (auto* real = qobject_cast<QDoubleSpinBox*>(&widget))
        real->setValue(value.toDouble());
    else if (auto* choice = qobject_cast<QComboBox*>(&widget))
        choice->setCurrentIndex(value.toInt() < choice->count() ? value.toInt() : -1);
    else if (auto* button = qobject_cast<QAbstractButton*>(&widget))
        button->setChecked(value.toBool());
    else if (auto* slider = qobject_cast<QAbstractSlider*>(&widget))
        slider->setValue(value.toInt());
    else if (auto* tabs = qobject_cast<QTabWidget*>(&widget))
        tabs->setCurrentIndex(value.toInt());
    else if (auto* bar = qobject_cast<QTabBar*>(&widget))
        bar->setCurrentIndex(value.toInt());
    else if (auto* line = qobject_cast<QLineEdit*>(&widget))
        line->setText(value.toString());
}

} // namespace

FormValues formValues(const QWidget& root)
{
    FormValues values;
    visitNamed<QWidget>(root, [&](const QWidget& widget, const QString& key) {
        if (QVariant value = valueOf(widget); value.isValid())
            values.insert(key, std::move(value));
    });
    return values;
}

void setFormValues(QWidget& root, const FormValues& values)
{
    visitNamed<QWidget>(root, [&](QWidget& widget, const QString& key) {
        const auto value = values.find(key);
        if (value != values.end() && *value != valueOf(widget))
            setValue(widget, *value);
    });
}

} // namespace inverso::ui
