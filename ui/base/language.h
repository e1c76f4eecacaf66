// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace inverso::ui {

/// A language that the window can speak.
struct Language
{
    QString code; ///< "en", "zh_TW"; empty: the system's
    QString name; ///< in itself
};

/// The system's first.
std::vector<Language> languages();

/// The code that was chosen, now or at an earlier start; empty: the system's.
QString chosenLanguage();
void chooseLanguage(const QString& code);

/// Translates everything that is made from now on, Qt's own words too where their translation is installed. English
/// where the language is none of languages(). Widgets that are there get a LanguageChange; see MainWindow.
void speak(const QString& code);

} // namespace inverso::ui
