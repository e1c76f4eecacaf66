// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/file_content.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/map/latent_map.h"
#include "ui/map/map_panel.h"
#include "ui/window/figure_export.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestFigureExport : public QObject
{
    Q_OBJECT

private:
    // A run that is over, with generated cells and one that is selected.
    struct Fixture : test::WindowFixture
    {
        Fixture()
        {
            ready = runToTheEnd();
            GeneratedCells cells; // of those whose accuracy the table has: others have no residual
            cells.target = 70.0;
            const CellIndex step = test::space().size() / test::knownCell(1) / 40; // from all of the space
            for (CellIndex i = 0; i < 40; ++i)
                cells.inversion.cells.push_back(
                    {test::knownCell(i * step), 70.0F, 69.0F + 0.05F * static_cast<float>(i)});
            state().addGeneration(cells);
            window.selection().select(state().run().best()->cell);
            QTest::qWait(50);
        }
        bool ready = false;
    };

    struct Dialog
    {
        Dialog(Fixture& f, const QString& folder)
            : dialog(f.window)
        {
            dialog.findChild<QLineEdit*>(QStringLiteral("exportFolder"))->setText(folder);
        }
        void tick(const char* suffix, bool on)
        {
            dialog.findChild<QCheckBox*>(QStringLiteral("export-") + QLatin1String(suffix))->setChecked(on);
        }
        QPushButton& button(const char* name) { return *dialog.findChild<QPushButton*>(QLatin1String(name)); }
        // And waits until all is written.
        void press()
        {
            button("exportWrite").click();
            QVERIFY(QTest::qWaitFor([this] { return !dialog.isWriting(); }, 60000));
        }
        QString said() const { return dialog.findChild<QLabel*>(QStringLiteral("exportResult"))->text(); }
        FigureExport dialog;
    };

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void writesEveryFigureInEveryFormat()
    {
        Fixture f;
        QVERIFY(f.ready);
        QTemporaryDir folder;
        Dialog dialog(f, folder.filePath(QStringLiteral("new folder/ünïcode")));
        for (const char* suffix : {"png", "svg", "pdf", "csv"})
            dialog.tick(suffix, true);
        dialog.press();
        const QDir out(folder.filePath(QStringLiteral("new folder/ünïcode")));
        for (const char* name :
             {"latent-map", "search-curve", "regression", "inversion", "inversion-residuals", "cell"}) {
            const QString base = out.filePath(QLatin1String(name));
            const QImage png(base + QStringLiteral(".png"));
            QVERIFY2(!png.isNull(), name);
            QSet<QRgb> colours;
            for (int y = 0; y < png.height(); y += 2)
                for (int x = 0; x < png.width(); x += 2)
                    colours.insert(png.pixel(x, y));
            QVERIFY2(colours.size() > 10, name); // something is drawn
            QVERIFY2(test::contentOf(base + QStringLiteral(".svg")).contains("<svg"), name);
            QVERIFY2(test::contentOf(base + QStringLiteral(".pdf")).startsWith("%PDF"), name);
        }
        QVERIFY(!QFile::exists(out.filePath(QStringLiteral("inversion-data.png")))); // not measured yet
        QVERIFY2(dialog.said().contains(QStringLiteral("ünïcode")), qPrintable(dialog.said()));
    }

    void dataHaveNamesAndSayWhereTheyAreFrom()
    {
        Fixture f;
        QVERIFY(f.ready);
        QTemporaryDir folder;
        Dialog dialog(f, folder.path());
        dialog.tick("png", false);
        dialog.press();
        const char* label = test::space().hasFixedEdges() ? "|nor_conv_3x3~0|" : "conv3x3-bn-relu"; // of the cells
        for (const char* name : {"latent-map", "regression", "inversion", "inversion-residuals"}) {
            const QByteArray csv = test::contentOf(folder.filePath(QLatin1String(name) + QStringLiteral(".csv")));
            for (const char* part : {"# content: ", "# data set: alpha", "# seed: 0", "# settings: {", label})
                QVERIFY2(csv.contains(part), qPrintable(QString::fromLatin1(name) + QLatin1String(part)));
        }
        const QByteArray map = test::contentOf(folder.filePath(QStringLiteral("latent-map.csv")));
        QVERIFY(map.count('\n') > test::space().size());
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("latent-map.png"))));
    }

    void asksOnceBeforeItReplaces()
    {
        Fixture f;
        QVERIFY(f.ready);
        QTemporaryDir folder;
        QFile old(folder.filePath(QStringLiteral("regression.csv")));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("mine");
        old.close();
        Dialog dialog(f, folder.path());
        dialog.tick("png", false);
        dialog.press();
        QCOMPARE(test::contentOf(old.fileName()), QByteArray("mine"));
        QVERIFY2(dialog.said().contains(QLatin1Char('1')), qPrintable(dialog.said()));
        dialog.press();
        QVERIFY(test::contentOf(old.fileName()).startsWith("# content"));
    }

    void neverReplacesWhatItDidNotAskFor()
    {
        Fixture f;
        QVERIFY(f.ready);
        QTemporaryDir folder;
        Dialog dialog(f, folder.path());
        dialog.tick("png", false);
        dialog.button("exportWrite").click();
        QVERIFY(dialog.dialog.isWriting());
        QFile late(folder.filePath(QStringLiteral("regression.csv"))); // while the first is on its way
        QVERIFY(late.open(QIODevice::WriteOnly));
        late.write("mine");
        late.close();
        QTRY_VERIFY(!dialog.dialog.isWriting());
        QCOMPARE(test::contentOf(late.fileName()), QByteArray("mine"));
        QVERIFY2(dialog.said().contains(QStringLiteral("regression.csv")), qPrintable(dialog.said()));
    }

    void showsProgressAndCanBeStopped()
    {
        Fixture f;
        QVERIFY(f.ready);
        QTemporaryDir folder;
        Dialog dialog(f, folder.path());
        dialog.dialog.show();
        auto* progress = dialog.dialog.findChild<QProgressBar*>();
        QVERIFY(!progress->isVisible());
        QVERIFY(!dialog.button("exportCancel").isEnabled());
        dialog.button("exportWrite").click();
        QVERIFY(progress->isVisible());
        QVERIFY(progress->maximum() > 6);
        QTRY_VERIFY(progress->value() >= 2);
        dialog.button("exportCancel").click();
        QTRY_VERIFY(dialog.button("exportWrite").isEnabled());
        QVERIFY(!progress->isVisible());
        const auto written = QDir(folder.path()).entryList(QDir::Files).size();
        QVERIFY(written >= 2 && written < progress->maximum());
        QVERIFY2(dialog.said().contains(QString::number(written)), qPrintable(dialog.said()));
        dialog.press(); // asks
        dialog.press();
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), progress->maximum());
    }

    void canBeClosedMidway()
    {
        Fixture f;
        QVERIFY(f.ready);
        QTemporaryDir folder;
        {
            Dialog dialog(f, folder.path());
            dialog.button("exportWrite").click();
            dialog.dialog.reject();
        }
        const auto files = QDir(folder.path()).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QVERIFY(files.front().size() > 0);
    }

    void pixelsAreChosenAndRemembered()
    {
        Fixture f;
        QVERIFY(f.ready);
        for (const int scale : {1, 3, 2}) {
            QTemporaryDir folder;
            Dialog dialog(f, folder.path());
            dialog.tick("csv", false);
            auto* box = dialog.dialog.findChild<QComboBox*>(QStringLiteral("exportScale"));
            box->setCurrentIndex(box->findData(scale));
            emit box->activated(box->currentIndex());
            dialog.press();
            const QImage map(folder.filePath(QStringLiteral("latent-map.png")));
            QCOMPARE(map.size(), f.window.mapPanel().map().size() * scale);
            Dialog next(f, folder.path());
            QCOMPARE(next.dialog.findChild<QComboBox*>(QStringLiteral("exportScale"))->currentData().toInt(), scale);
        }
    }

    void saysWhereItCannotWrite()
    {
        Fixture f;
        QVERIFY(f.ready);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Dialog dialog(f, file.fileName() + QStringLiteral("/below"));
        dialog.press();
        QVERIFY2(dialog.said().contains(QStringLiteral("below")), qPrintable(dialog.said()));
    }

    void everyPlotHasAMenu()
    {
        Fixture f;
        QVERIFY(f.ready);
        LatentMap& map = f.window.mapPanel().map();
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(30, 30), map.mapToGlobal(QPoint(30, 30)));
        QCoreApplication::sendEvent(&map, &event);
        auto* menu = map.findChild<QMenu*>();
        QVERIFY(menu != nullptr);
        for (const char* name : {"saveFigure", "copyFigure", "saveFigureData", "copyFigureData"}) {
            auto* action = menu->findChild<QAction*>(QLatin1String(name));
            QVERIFY2(action != nullptr && action->isEnabled(), name);
        }
        menu->findChild<QAction*>(QStringLiteral("copyFigureData"))->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("# content: latent map")));
        menu->findChild<QAction*>(QStringLiteral("copyFigure"))->trigger();
        QCOMPARE(QGuiApplication::clipboard()->image().size(), map.size() * 2);
    }
};

QTEST_MAIN(TestFigureExport)
#include "tst_figure_export.moc"
