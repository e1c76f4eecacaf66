// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/base/language.h"
#include "ui/plots/search_curve_plot.h"
#include "ui/state/setting_words.h"
#include "ui/window/main_window.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

namespace {

struct Message
{
    QString context;
    QString source;
    QString translation;
    bool finished = true;
};

QList<Message> messagesOf(const QString& path)
{
    QFile file(path);
    QList<Message> messages;
    QString context;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            messages.append({context, {}, {}, true});
        } else if (xml.name() == QLatin1String("source")) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            messages.last().finished = xml.attributes().value(QLatin1String("type")) != QLatin1String("unfinished");
            messages.last().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    return messages;
}

// %1, %n, %Ln and the mark-up, in any order.
QStringList partsOf(const QString& text)
{
    static const QRegularExpression part(QStringLiteral("%L?(?:[0-9]|n|v|m)|</?[a-z]+[^>]*>"));
    QStringList parts;
    auto all = part.globalMatch(text);
    while (all.hasNext())
        parts += all.next().captured();
    parts.sort();
    return parts;
}

bool isChinese(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

class TestTranslation : public QObject
{
    Q_OBJECT

private slots:
    void everyMessageIsTranslated()
    {
        const QList<Message> messages = messagesOf(QStringLiteral(INVERSO_TRANSLATIONS "/inverso_zh_TW.ts"));
        QVERIFY(messages.size() > 600);
        for (const Message& message : messages) {
            QVERIFY2(message.finished && !message.translation.isEmpty(), qPrintable(message.source));
            QVERIFY2(partsOf(message.source) == partsOf(message.translation), qPrintable(message.translation));
        }
    }

    // Alt and the same letter: which of them are free was seen to in English.
    void everyLetterIsKept()
    {
        int letters = 0;
        for (const Message& message : messagesOf(QStringLiteral(INVERSO_TRANSLATIONS "/inverso_zh_TW.ts"))) {
            const QKeySequence letter = QKeySequence::mnemonic(message.source);
            QVERIFY2(QKeySequence::mnemonic(message.translation) == letter, qPrintable(message.translation));
            letters += letter.isEmpty() ? 0 : 1;
        }
        QVERIFY(letters > 50);
    }

    // What lupdate finds in the sources now is what is translated.
    void nothingIsMissing_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QStringList>("which");
        QTest::addColumn<int>("least");
        QTest::newRow("Traditional Chinese") << QStringLiteral("zh_TW") << QStringList() << 500;
        QTest::newRow("English, one of a kind") << QStringLiteral("en") << QStringList{"-pluralonly"} << 40;
    }
    void nothingIsMissing()
    {
        QFETCH(QString, language);
        QFETCH(QStringList, which);
        QFETCH(int, least);
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("now.ts"));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(INVERSO_SOURCES));
        lupdate.start(QStringLiteral(INVERSO_LUPDATE),
                      QStringList{"-silent", "-no-obsolete", "-locations", "none", "-tr-function-alias",
                                  "QT_TRANSLATE_NOOP+=INVERSO_TEXT", "-I", ".", "core", "ui", "app/window"}
                          + which + QStringList{"-ts", copy});
        QVERIFY(lupdate.waitForFinished(60000));
        const auto keyed = [](const QList<Message>& messages) {
            QSet<QString> sources;
            for (const Message& message : messages)
                sources.insert(message.context + QLatin1String(": ") + message.source);
            return sources;
        };
        const auto now = keyed(messagesOf(copy));
        const auto shipped = keyed(messagesOf(QStringLiteral(INVERSO_TRANSLATIONS "/inverso_%1.ts").arg(language)));
        QVERIFY(now.size() > least);
        const QStringList missing = (now - shipped).values();
        const QStringList tooMany = (shipped - now).values();
        QVERIFY2(missing.isEmpty(), qPrintable("run ./dev translations: " + missing.value(0)));
        QVERIFY2(tooMany.isEmpty(), qPrintable("run ./dev translations: " + tooMany.value(0)));
    }

    void oneOfAKindIsSaidSo()
    {
        for (const Message& message : messagesOf(QStringLiteral(INVERSO_TRANSLATIONS "/inverso_en.ts")))
            QVERIFY2(message.finished && message.translation.endsWith(message.source), qPrintable(message.source));
        speak(QStringLiteral("en"));
        const auto waiting = [](int runs) {
            return QCoreApplication::translate("inverso::ui::RunQueueView", "%n runs queued", nullptr, runs);
        };
        QCOMPARE(waiting(1), QStringLiteral("1 run queued"));
        QCOMPARE(waiting(2), QStringLiteral("2 runs queued"));
    }

    void theWindowSpeaksIt()
    {
        const QString english = methodTitle(searchMethods()[0]);
        speak(QStringLiteral("zh_TW"));
        for (const MethodInfo& method : searchMethods()) {
            QVERIFY2(isChinese(methodTitle(method)), method.title.data()); // what the core says is known word for word
            QVERIFY2(isChinese(methodSummary(method)), method.title.data());
        }
        QVERIFY(!isChinese(english));

        MainWindow window({test::fakeEngine(), {test::tableName()}, {}, false, {}});
        window.show();
        window.openFirstTable();
        QVERIFY(QTest::qWaitFor([&] { return window.state().workspace() != nullptr; }, 20000));
        for (const QAction* menu : window.menuBar()->actions())
            QVERIFY2(isChinese(menu->text()), qPrintable(menu->text()));
        for (const QDockWidget* dock : window.findChildren<QDockWidget*>())
            QVERIFY2(isChinese(dock->windowTitle()), qPrintable(dock->windowTitle()));
        window.start();
        QVERIFY(QTest::qWaitFor([&] { return window.state().phase() == RunPhase::Ended; }, 20000));
        for (const PlotWidget* plot : window.findChildren<PlotWidget*>()) {
            QVERIFY2(isChinese(plot->xAxis->label()), qPrintable(plot->objectName()));
            QVERIFY2(isChinese(plot->yAxis->label()), qPrintable(plot->objectName()));
        }
        // No control was forgotten.
        for (const QPushButton* button : window.findChildren<QPushButton*>())
            QVERIFY2(button->text().isEmpty() || isChinese(button->text()), qPrintable(button->text()));
        window.raisePane(QStringLiteral("tour"));
        int paragraphs = 0;
        for (const QLabel* label : window.findChild<QWidget*>(QStringLiteral("tourPanel"))->findChildren<QLabel*>())
            paragraphs += label->text().size() > 100 && isChinese(label->text()) ? 1 : 0;
        QVERIFY(paragraphs > 0);
    }
};

QTEST_MAIN(TestTranslation)
#include "tst_translation.moc"
