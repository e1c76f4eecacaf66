// SPDX-License-Identifier: GPL-3.0-or-later
// The manual: every page is reached, every link leads somewhere, every control that it names is there.
#include "tests/ui/window/window_fixture.h"
#include "ui/base/language.h"
#include "ui/experiments/experiments_window.h"
#include "ui/manual/manual_pages.h"
#include "ui/manual/manual_window.h"
#include "ui/state/setting_words.h"
#include "ui/window/experiments.h"
#include "ui/window/shortcut_list.h"
#include "ui/window/window_help.h"

#include <QAccessible>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTextBrowser>
#include <QTextTable>
#include <QTreeWidget>
#include <QXmlStreamReader>

using namespace inverso;
using namespace inverso::ui;

namespace {

// What the window can say, without the marks for keys and the dots of a dialog.
QSet<QString> wordsOfTheWindow()
{
    QFile file(QStringLiteral(INVERSO_TRANSLATIONS "/inverso_zh_TW.ts"));
    QSet<QString> words;
    if (!file.open(QIODevice::ReadOnly))
        return words;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        if (xml.name() != QLatin1String("source"))
            continue;
        QString text = xml.readElementText().remove(QLatin1Char('&'));
        if (text.endsWith(QChar(0x2026)))
            text.chop(1);
        text = text.simplified();
        words.insert(text);
        if (context == QLatin1String("Settings"))
            words.insert(choiceTitle(text.toStdString()));
    }
    return words;
}

// Without blocks of code and what is quoted as code.
QString prose(const QString& file)
{
    static const QRegularExpression code(QStringLiteral("```.*?```|`[^`]*`"),
                                         QRegularExpression::DotMatchesEverythingOption);
    return manualText(file).remove(code);
}

QStringList captures(const QString& text, const QString& pattern)
{
    QStringList found;
    auto all = QRegularExpression(pattern).globalMatch(text);
    while (all.hasNext())
        found += all.next().captured(1).simplified();
    return found;
}

} // namespace

class TestManual : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("inverso-test"));
        speak(QStringLiteral("en"));
    }

    void everyFileIsAPage()
    {
        QStringList files;
        for (const ManualPage& page : manualPages()) {
            files += page.file;
            QVERIFY2(!manualText(page.file).isEmpty(), qPrintable(page.file));
        }
        QStringList there = QDir(QStringLiteral(INVERSO_DOCS)).entryList({QStringLiteral("*.md")});
        QVERIFY(there.size() >= 14);
        files.sort();
        there.sort();
        QCOMPARE(files, there);
    }

    void titlesAreThoseOfThePages()
    {
        for (const ManualPage& page : manualPages())
            QVERIFY2(manualText(page.file).startsWith(QStringLiteral("# ") + page.title + QLatin1Char('\n')),
                     qPrintable(page.file));
    }

    void everyLinkLeadsToAPage()
    {
        int links = 0;
        for (const ManualPage& page : manualPages()) {
            for (const QString& target : captures(prose(page.file), QStringLiteral("\\]\\(([^)]*)\\)"))) {
                ++links;
                QVERIFY2(!manualText(target).isEmpty(), qPrintable(page.file + QStringLiteral(": ") + target));
            }
        }
        QVERIFY(links > 20);
    }

    // A control that was renamed must not live on in the manual.
    void everyControlThatIsNamedIsThere()
    {
        const QSet<QString> words = wordsOfTheWindow();
        QVERIFY(words.size() > 500);
        int named = 0;
        for (const ManualPage& page : manualPages()) {
            if (page.chapter.isEmpty())
                continue;
            for (const QString& name :
                 captures(prose(page.file), QStringLiteral("(?<!\\*)\\*([^*\\s](?:[^*]*[^*\\s])?)\\*(?!\\*)"))) {
                ++named;
                QVERIFY2(words.contains(name), qPrintable(page.file + QStringLiteral(": ") + name));
            }
        }
        QVERIFY(named > 100);
    }

    void everyPaneHasItsPage()
    {
        test::WindowFixture f;
        QVERIFY(f.opened);
        for (const QDockWidget* dock : f.window.findChildren<QDockWidget*>())
            QVERIFY2(manualPageOf(dock->objectName()) != QLatin1String("README.md"), qPrintable(dock->objectName()));
        for (const QDockWidget* dock : f.window.findChildren<QDockWidget*>())
            QVERIFY(!manualText(manualPageOf(dock->objectName())).isEmpty());
        QCOMPARE(manualPageOf(QStringLiteral("nowhere")), QStringLiteral("README.md"));
    }

    void f1OpensThePageOfThePane()
    {
        test::WindowFixture f;
        QVERIFY(f.runToTheEnd()); // there is a model to invert
        QVERIFY(QTest::qWaitForWindowActive(&f.window));
        QCOMPARE(f.window.findChild<ManualWindow*>(), nullptr);
        f.window.raisePane(QStringLiteral("inversion"));
        f.find<QWidget>("target").setFocus();
        QTest::keyClick(&f.window, Qt::Key_F1);
        auto* manual = f.window.findChild<ManualWindow*>();
        QVERIFY(manual != nullptr && manual->isVisible() && manual->isWindow());
        QCOMPARE(manual->browser().source().fileName(), QStringLiteral("inversion.md"));
        // Once more: the same window.
        f.window.activateWindow();
        f.find<QWidget>("budget").setFocus();
        f.window.help().showManual();
        QCOMPARE(f.window.findChildren<ManualWindow*>().size(), 1);
        QCOMPARE(manual->browser().source().fileName(), QStringLiteral("search.md"));
        for (const Shortcut& shortcut : windowShortcuts(f.window))
            QVERIFY2(!shortcut.what.isEmpty(), qPrintable(shortcut.keys));
    }

    void f1OfTheExperimentsOpensTheirPage()
    {
        test::WindowFixture f;
        QVERIFY(f.opened);
        f.window.experiments().show();
        for (const bool dressedAnew : {false, true}) {
            if (dressedAnew) {
                f.window.dressAnew();
                QTest::qWait(100); // it has its own turns to come, and the focus
            }
            ExperimentsWindow* experiments = f.window.experiments().window();
            experiments->activateWindow();
            // isActiveWindow() would be content with the main window, over which this one lies.
            QTRY_COMPARE(QApplication::activeWindow(), experiments);
            QTest::keyClick(experiments, Qt::Key_F1);
            auto* manual = f.window.findChild<ManualWindow*>();
            QVERIFY(manual != nullptr && manual->isVisible());
            QCOMPARE(manual->browser().source().fileName(), QStringLiteral("experiments.md"));
            manual->close();
            manual->open(QStringLiteral("README.md"));
        }
    }

    void contentsAndLinksGoThroughThePages()
    {
        ManualWindow manual;
        manual.open(QStringLiteral("README.md"));
        auto* contents = manual.findChild<QTreeWidget*>(QStringLiteral("manualContents"));
        QSet<QString> met;
        contents->setCurrentItem(contents->topLevelItem(0));
        contents->setFocus();
        for (int i = 0; i < 40; ++i) { // by keyboard alone
            met.insert(manual.browser().source().fileName());
            QVERIFY(manual.browser().toPlainText().size() > 200);
            if (contents->currentItem()->childCount() == 0) // else a chapter, which is no page
                QCOMPARE(contents->currentItem()->text(0), manual.browser().toPlainText().section('\n', 0, 0));
            QTest::keyClick(contents, Qt::Key_Down);
        }
        QCOMPARE(met.size(), qsizetype(manualPages().size()));

        manual.open(QStringLiteral("start.md"));
        QCOMPARE(contents->currentItem()->text(0), QStringLiteral("Start"));
        QTextBrowser& browser = manual.browser();
        browser.setFocus();
        QTest::keyClick(&browser, Qt::Key_Tab); // to the first link
        QTest::keyClick(&browser, Qt::Key_Return);
        QCOMPARE(browser.source().fileName(), QStringLiteral("map.md"));
        QCOMPARE(contents->currentItem()->text(0), QStringLiteral("The map"));
        manual.findChild<QPushButton*>(QStringLiteral("manualBack"))->click();
        QCOMPARE(browser.source().fileName(), QStringLiteral("start.md"));
        manual.findChild<QPushButton*>(QStringLiteral("manualForward"))->click();
        QCOMPARE(browser.source().fileName(), QStringLiteral("map.md"));
        QCOMPARE(contents->currentItem()->text(0), QStringLiteral("The map"));
        QTest::keyClick(&manual, Qt::Key_Escape);
        QVERIFY(!manual.isVisible());
    }

    void searchGoesThroughAllPages()
    {
        ManualWindow manual;
        manual.open(QStringLiteral("start.md"));
        auto* search = manual.findChild<QLineEdit*>(QStringLiteral("manualSearch"));
        auto* outcome = manual.findChild<QLabel*>(QStringLiteral("manualOutcome"));
        QTest::keyClicks(search, QStringLiteral("t10k-images"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(manual.browser().source().fileName(), QStringLiteral("training.md"));
        QCOMPARE(manual.browser().textCursor().selectedText(), QStringLiteral("t10k-images"));
        const int place = manual.browser().textCursor().position();
        QTest::keyClick(search, Qt::Key_Return); // round, to the only place there is
        QCOMPARE(manual.browser().textCursor().position(), place);
        QVERIFY(outcome->text().isEmpty());
        search->clear();
        QTest::keyClicks(search, QStringLiteral("xylophone"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!outcome->text().isEmpty());
        QCOMPARE(manual.browser().source().fileName(), QStringLiteral("training.md"));
    }

    void tablesHaveBorders()
    {
        ManualWindow manual;
        manual.open(QStringLiteral("benchmarks.md"));
        int tables = 0;
        for (const QTextFrame* frame : manual.browser().document()->rootFrame()->childFrames())
            if (const auto* table = qobject_cast<const QTextTable*>(frame)) {
                ++tables;
                QCOMPARE(table->format().cellPadding(), 4.0);
                QCOMPARE(table->columns(), 2);
            }
        QCOMPARE(tables, 1);
    }

    void itsControlsAreNamedInBothLanguages()
    {
        ManualWindow manual;
        manual.open(QStringLiteral("start.md"));
        const auto names = [&manual] {
            QStringList result;
            for (const char* name : {"manualBack", "manualForward", "manualSearch", "manualContents", "manualPage"}) {
                auto* widget = manual.findChild<QWidget*>(QLatin1String(name));
                result += QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
            }
            return result;
        };
        const QStringList english = names();
        QVERIFY(!english.contains(QString()));
        speak(QStringLiteral("zh_TW"));
        QCoreApplication::processEvents();
        const QStringList chinese = names();
        speak(QStringLiteral("en"));
        for (int i = 0; i < english.size(); ++i)
            QVERIFY2(chinese[i] != english[i], qPrintable(english[i]));
    }
};

QTEST_MAIN(TestManual)
#include "tst_manual.moc"
