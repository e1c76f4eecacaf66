// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace inverso::ui {

/// A language of the window.
struct Language
{
    QString code; ///< "en", "zh_TW"; empty: the system's
    QString name; ///< written in that language
};

/// The system's first.
std::vector<Language> languages();

/// The code that was chosen, now or at an earlier start; empty: the system's.
QString chosenLanguage();
void chooseLanguage(const QString& code);

/// Translates everything that is created from now on, including Qt's own texts if their translation is installed.
/// English if the language is not one of languages(). Existing widgets get a LanguageChange; see MainWindow.
void speak(const QString& code);

} // namespace inverso::ui
