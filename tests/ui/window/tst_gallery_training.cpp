// SPDX-License-Identifier: GPL-3.0-or-later
// Generated cells that no table knows, trained from the gallery.
#include "tests/ui/fakes.h"
#include "ui/base/csv_text.h"
#include "ui/base/notice_bar.h"
#include "ui/inversion/cell_gallery.h"
#include "ui/inversion/inversion_panel.h"
#include "ui/plots/inversion_plot.h"
#include "ui/state/cell_trainings.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestGalleryTraining : public QObject
{
    Q_OBJECT

private:
    /// A table of three cells, and a generation of one of them and of `unknown`.
    struct Fixture
    {
        explicit Fixture(const test::FakeSettings& fake = {})
            : window({test::fakeEngine(fake), {}, {}, false, {}})
        {
            const QString path = folder.filePath(QStringLiteral("labels.csv"));
            QFile file(path);
            if (file.open(QIODevice::WriteOnly)) {
                const std::string values = "60.5,60";
                file.write(QByteArray::fromStdString(
                    test::tableCsv("valid,test", {{known, values}, {101, values}, {102, values}})));
            }
            file.close();
            window.resize(1300, 850);
            window.show();
            window.open(path);
            opened = QTest::qWaitFor([this] { return window.state().workspace() != nullptr; }, 20000);
            GeneratedCells cells;
            cells.target = 62.0;
            float predicted = 62.0F;
            for (const CellIndex cell : {known, unknown[0], unknown[1], unknown[2]})
                cells.inversion.cells.push_back({cell, 62.0F, predicted -= 0.5F, false});
            window.state().addGeneration(cells);
        }
        CellGallery& gallery() { return window.findChild<InversionPanel*>()->gallery(); }
        QVariant data(CellIndex cell, GeneratedModel::Role role)
        {
            return gallery().generated().indexOf(cell).data(role);
        }
        bool becomes(CellIndex cell, Knowledge knowledge)
        {
            return QTest::qWaitFor(
                [&] { return data(cell, GeneratedModel::KnowledgeRole).toInt() == static_cast<int>(knowledge); },
                20000);
        }
        void select(std::initializer_list<CellIndex> cells)
        {
            gallery().clearSelection();
            for (const CellIndex cell : cells)
                gallery().selectionModel()->select(gallery().generated().indexOf(cell), QItemSelectionModel::Select);
        }

        static constexpr CellIndex known = 100;
        static constexpr std::array<CellIndex, 3> unknown{4321, 1234, 9876};
        QTemporaryDir folder;
        MainWindow window;
        bool opened = false;
    };

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void trainsSeveralAtOnce()
    {
        std::atomic<int> done = 0;
        test::FakeSettings fake;
        fake.trainings = &done;
        Fixture f(fake);
        QVERIFY(f.opened);
        QVERIFY(f.becomes(Fixture::known, Knowledge::Table));
        QVERIFY(f.becomes(Fixture::unknown[0], Knowledge::Nothing));
        QVERIFY(std::isnan(f.data(Fixture::unknown[0], GeneratedModel::TruthRole).toDouble()));
        QVERIFY(f.window.findChild<QToolButton*>(QStringLiteral("trainGeneratedButton"))->isVisible());
        QAction& train = f.gallery().trainAction();
        f.select({Fixture::known});
        QVERIFY(!train.isEnabled()); // the table tells
        const QString one = train.text();
        f.gallery().selectAll();
        QVERIFY(train.isEnabled());
        QVERIFY2(train.text() != one && train.text().contains(QLatin1Char('3')), qPrintable(train.text()));
        f.gallery().setFocus();
        QTest::keyClick(&f.gallery(), Qt::Key_T, Qt::ControlModifier);
        for (const CellIndex cell : Fixture::unknown)
            QVERIFY(f.becomes(cell, Knowledge::Trained));
        QCOMPARE(done.load(), 3);
        QVERIFY(!train.isEnabled());
        QVERIFY(f.becomes(Fixture::known, Knowledge::Table));

        const double valid = f.window.state().trainings().of(Fixture::unknown[1])->result->valid;
        QCOMPARE(f.data(Fixture::unknown[1], GeneratedModel::TruthRole).toDouble(), valid);
        const QString text = f.data(Fixture::unknown[1], GeneratedModel::TruthTextRole).toString();
        QVERIFY(text.contains(QLocale().toString(valid, 'f', 2)));
        const QString ofTable = f.data(Fixture::known, GeneratedModel::TruthTextRole).toString();
        QVERIFY(text.section(QLatin1Char(' '), 0, 0) != ofTable.section(QLatin1Char(' '), 0, 0));
        // In the plot, too, and apart from the table's.
        const QString csv = f.window.findChild<InversionPanel*>()->plot().figureCsv();
        QVERIFY2(csv.contains(QLatin1Char(',') + csvNumber(valid)), qPrintable(csv));
        QCOMPARE(f.window.findChild<InversionPanel*>()->plot().trainedCount(), 3);
    }

    void canBeCancelled()
    {
        test::FakeSettings fake;
        fake.epochMilliseconds = 10000;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.select({Fixture::unknown[0], Fixture::unknown[2]});
        f.gallery().trainAction().trigger();
        QVERIFY(f.becomes(Fixture::unknown[0], Knowledge::Waiting));
        QVERIFY(f.becomes(Fixture::unknown[1], Knowledge::Nothing));
        auto* cancel = f.window.findChild<QAction*>(QStringLiteral("cancelGenerated"));
        QVERIFY(cancel->isEnabled());
        cancel->trigger();
        QVERIFY(f.becomes(Fixture::unknown[0], Knowledge::Nothing));
        QVERIFY(f.becomes(Fixture::unknown[2], Knowledge::Nothing));
        QVERIFY(!cancel->isEnabled());
        QVERIFY(f.gallery().trainAction().isEnabled());
    }

    void saysWhatIsMissing()
    {
        test::FakeSettings fake;
        fake.hasImages = false;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.select({Fixture::unknown[0]});
        f.gallery().trainAction().trigger();
        const NoticeBar& notice = f.window.findChild<InversionPanel*>()->notice();
        QTRY_VERIFY2(notice.sentence().contains(QStringLiteral("no images")), qPrintable(notice.sentence()));
        QVERIFY(f.becomes(Fixture::unknown[0], Knowledge::Nothing));
    }

    void oneThatBreaksDownKeepsNoOtherFromIt()
    {
        test::FakeSettings fake;
        fake.broken = Fixture::unknown[1];
        Fixture f(fake);
        QVERIFY(f.opened);
        f.gallery().selectAll();
        f.gallery().trainAction().trigger();
        QVERIFY(f.becomes(Fixture::unknown[0], Knowledge::Trained));
        QVERIFY(f.becomes(Fixture::unknown[2], Knowledge::Trained));
        QVERIFY(f.becomes(Fixture::unknown[1], Knowledge::Nothing));
        QVERIFY(f.window.findChild<InversionPanel*>()->notice().sentence().contains(QStringLiteral("broke down")));
    }

    void knowsWhatWasTrainedBefore()
    {
        const std::uint32_t functionalClass = test::space().functionalClass(Fixture::unknown[0]);
        test::FakeSettings fake;
        fake.stored[functionalClass].push_back({"holidays", {.functionalClass = functionalClass, .valid = 66.25}});
        Fixture f(fake);
        QVERIFY(f.opened);
        QVERIFY(f.becomes(Fixture::unknown[0], Knowledge::Trained));
        QCOMPARE(f.data(Fixture::unknown[0], GeneratedModel::TruthRole).toDouble(), 66.25);
    }
};

QTEST_MAIN(TestGalleryTraining)
#include "tst_gallery_training.moc"
