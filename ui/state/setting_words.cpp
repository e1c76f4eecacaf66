// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/setting_words.h"

#include "core/search/search_settings.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace inverso::ui {

namespace {

// The texts of the core are collected with those of the window, see INVERSO_TEXT.
QString translated(const char* context, std::string_view text)
{
    return QCoreApplication::translate(context, std::string(text).c_str());
}

QString words(const char* text)
{
    return QCoreApplication::translate("SettingWords", text);
}

QString withCapital(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString numberText(double value)
{
    constexpr double largestWhole = 9007199254740992.0; // beyond it doubles cannot represent all whole numbers
    const bool whole = value == std::floor(value) && std::abs(value) <= largestWhole;
    return whole ? QLocale().toString(static_cast<qlonglong>(value)) : QLocale().toString(value);
}

QString allowedWords(const SettingField& field)
{
    if (const auto* choice = std::get_if<Choice>(&field.value)) {
        QStringList names;
        for (const std::string_view name : choice->names)
            names += choiceTitle(name);
        return names.join(QStringLiteral(", "));
    }
    if (std::holds_alternative<bool*>(field.value))
        return words(QT_TRANSLATE_NOOP("SettingWords", "on or off"));
    return words(QT_TRANSLATE_NOOP("SettingWords", "%1 to %2"))
        .arg(numberText(field.decided ? field.low + 1.0 : field.low), numberText(field.high));
}

QString defaultWords(const SettingField& field)
{
    if (field.decided)
        return words(QT_TRANSLATE_NOOP("SettingWords", "left to the method and its preset"));
    if (const auto* choice = std::get_if<Choice>(&field.value))
        return choiceTitle(choice->names[choice->get()]);
    if (const auto* on = std::get_if<bool*>(&field.value))
        return **on ? words(QT_TRANSLATE_NOOP("SettingWords", "on")) : words(QT_TRANSLATE_NOOP("SettingWords", "off"));
    return QString::fromStdString(textOf(field));
}

} // namespace

QString methodTitle(const MethodInfo& method)
{
    return translated("Methods", method.title);
}

QString methodSummary(const MethodInfo& method)
{
    return translated("Methods", method.summary);
}

QString settingTitle(const SettingField& field)
{
    return field.title.empty() ? QString::fromUtf8(field.id.data(), static_cast<qsizetype>(field.id.size()))
                               : translated("Settings", field.title);
}

QString choiceTitle(std::string_view name)
{
    return withCapital(translated("Settings", name));
}

QString settingToolTip(const SettingField& field)
{
    const QString help = withCapital(translated("Settings", field.help));
    return words(QT_TRANSLATE_NOOP("SettingWords", "<p>%1.</p><p>Default: %2. Allowed: %3.</p>"))
        .arg(help, defaultWords(field), allowedWords(field));
}

QString settingSentence(const SettingError& error)
{
    SearchSettings any;
    const auto fields = settingFields(any);
    const SettingField* field = findField(fields, error.setting());
    const QString name = field != nullptr ? settingTitle(*field) : QString::fromStdString(error.setting());
    const QString value = QString::fromStdString(error.value());
    const QString allowed = QString::fromStdString(error.allowed());
    switch (error.kind()) {
    case SettingError::Kind::NoUse:
        return words(QT_TRANSLATE_NOOP("SettingWords", "%1 has no effect with %2; it is used by %3."))
            .arg(name, value, allowed);
    case SettingError::Kind::Unknown:
        return words(QT_TRANSLATE_NOOP("SettingWords", "%1 is not a setting of %2; allowed: %3."))
            .arg(name, value, allowed);
    case SettingError::Kind::Value:
        break;
    }
    return words(QT_TRANSLATE_NOOP("SettingWords", "%1 cannot be %2; allowed: %3.")).arg(name, value, allowed);
}

} // namespace inverso::ui
