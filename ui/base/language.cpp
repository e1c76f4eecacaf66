// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

// A static library's resources are registered by hand, from outside any namespace.
static void registerTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::Language)
};

QString settingsKey()
{
    return QStringLiteral("language");
}

std::vector<QTranslator*>& installed()
{
    static std::vector<QTranslator*> translators; // they belong to the application
    return translators;
}

bool install(const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(locale, name, QStringLiteral("_"), folder)
        && QCoreApplication::installTranslator(translator)) {
        installed().push_back(translator);
        return true;
    }
    delete translator;
    return false;
}

// The first available language of the user's preferences.
QLocale preferred()
{
    for (const QString& name : QLocale::system().uiLanguages()) {
        const QLocale locale(name);
        if (QTranslator().load(locale, QStringLiteral("inverso"), QStringLiteral("_"),
                               QStringLiteral(":/translations")))
            return locale;
    }
    return QLocale(QLocale::English);
}

} // namespace

std::vector<Language> languages()
{
    return {{QString(), Words::tr("&System")},
            {QStringLiteral("en"), QStringLiteral("&English")},
            {QStringLiteral("zh_TW"), QStringLiteral("\u7e41\u9ad4\u4e2d\u6587")}};
}

QString chosenLanguage()
{
    return QSettings().value(settingsKey()).toString();
}

void chooseLanguage(const QString& code)
{
    QSettings().setValue(settingsKey(), code);
}

void speak(const QString& code)
{
    registerTranslations();
    for (QTranslator* translator : installed())
        delete translator; // which also removes it
    installed().clear();
    const QLocale locale = code.isEmpty() ? preferred() : QLocale(code);
    QLocale::setDefault(code.isEmpty() ? QLocale::system() : locale);
    if (locale.language() != QLocale::English) // Qt's own texts are English
        install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, QStringLiteral("inverso"), QStringLiteral(":/translations"));
}

} // namespace inverso::ui
