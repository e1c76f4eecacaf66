// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_fixture.h"
#include "ui/base/notice_bar.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/inspector_training.h"
#include "ui/plots/training_plot.h"
#include "ui/state/cell_trainings.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestCellTraining : public QObject
{
    Q_OBJECT

private:
    struct Fixture : test::WindowFixture
    {
        explicit Fixture(const test::FakeSettings& fake = {})
            : WindowFixture(fake)
            , panel(&window.findChild<InspectorPanel*>()->training())
        {
        }
        QPushButton& button() { return find<QPushButton>("trainCell"); }
        QString words() { return find<QLabel>("trainingWords").text(); }
        const CellTraining* of(CellIndex cell) { return state().trainings().of(cell); }
        bool is(CellIndex cell, CellTraining::Status status)
        {
            return QTest::qWaitFor([&] { return of(cell) != nullptr && of(cell)->status == status; }, 20000);
        }
        InspectorTraining* panel;
    };

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void trainsTheSelectedCellAndShowsEveryEpoch()
    {
        test::FakeSettings fake;
        fake.epochMilliseconds = 30;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.window.selection().select(CellIndex{4321});
        const QString train = f.button().text();
        f.button().click();
        QVERIFY(f.is(4321, CellTraining::Status::Training));
        QVERIFY(f.button().text() != train); // cancels now
        QVERIFY(f.find<QProgressBar>("trainingProgress").isVisibleTo(f.panel));
        auto& plot = f.find<TrainingPlot>("trainingPlot");
        QVERIFY(plot.isVisibleTo(f.panel));
        QVERIFY(f.is(4321, CellTraining::Status::Done));
        QCOMPARE(plot.epochs().size(), 8U);
        QCOMPARE(plot.epochs().back().accuracy, 80.0F);
        QVERIFY(!f.find<QProgressBar>("trainingProgress").isVisibleTo(f.panel));
        const double valid = f.of(4321)->result->valid;
        QVERIFY2(f.words().contains(QLocale().toString(valid, 'f', 2)), qPrintable(f.words()));
        QVERIFY(f.words().contains(QStringLiteral("Fashion-MNIST")));
        f.window.selection().select(CellIndex{7}); // another cell: nothing known of it
        QVERIFY(!f.words().contains(QLocale().toString(valid, 'f', 2)));
        QVERIFY(!plot.isVisibleTo(f.panel));
        f.window.selection().select(CellIndex{4321});
        QVERIFY(f.words().contains(QLocale().toString(valid, 'f', 2)));
    }

    void severalWaitForOneAnother()
    {
        std::atomic<int> done = 0;
        test::FakeSettings fake;
        fake.trainings = &done;
        Fixture f(fake);
        QVERIFY(f.opened);
        for (const CellIndex cell : {4321U, 1234U, 9876U}) {
            f.window.selection().select(cell);
            f.button().click();
        }
        QCOMPARE(f.of(9876)->status, CellTraining::Status::Waiting);
        QVERIFY(f.is(9876, CellTraining::Status::Done));
        QCOMPARE(f.of(4321)->status, CellTraining::Status::Done);
        QCOMPARE(done.load(), 3);
    }

    void canBeCancelled()
    {
        test::FakeSettings fake;
        fake.epochMilliseconds = 10000;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.window.selection().select(CellIndex{10});
        f.button().click();
        f.window.selection().select(CellIndex{20});
        f.button().click();
        f.button().click(); // the one that waits
        f.window.selection().select(CellIndex{10});
        QTest::qWait(50);
        f.button().click();
        QVERIFY(f.is(10, CellTraining::Status::Failed));
        QVERIFY(f.is(20, CellTraining::Status::Failed));
        QVERIFY(f.of(10)->problem.isEmpty() && !f.words().isEmpty());
        QVERIFY(f.button().isEnabled());
    }

    void saysWhatIsMissing()
    {
        test::FakeSettings fake;
        fake.hasImages = false;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.window.selection().select(CellIndex{10});
        f.button().click();
        QVERIFY(f.is(10, CellTraining::Status::Failed));
        QVERIFY(f.panel->findChild<NoticeBar*>()->sentence().contains(QStringLiteral("fashion-mnist")));
    }

    // What an earlier session trained is there without a click, for every cell of the function, and stays when the cell
    // is trained on other images. In NAS-Bench-101 every cell is a function of its own.
    void showsStoredResultsAtOnce()
    {
        const SearchSpace& space = test::space();
        const bool several = test::space().hasFixedEdges();
        const CellIndex cell =
            several ? space.parse("|nor_conv_3x3~0|+|none~0|none~1|+|none~0|skip_connect~1|none~2|") : CellIndex{4321};
        const CellIndex sameFunction =
            several ? space.parse("|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|") : cell;
        test::FakeSettings fake;
        const std::uint32_t functionalClass = space.functionalClass(cell);
        fake.stored[functionalClass].push_back({"holidays", {.functionalClass = functionalClass, .valid = 66.25}});
        Fixture f(fake);
        QVERIFY(f.opened);
        f.window.selection().select(sameFunction);
        const QString stored = QLocale().toString(66.25, 'f', 2);
        QTRY_VERIFY(f.words().contains(stored));
        QVERIFY2(f.words().contains(QStringLiteral("holidays")), qPrintable(f.words()));
        auto* inspector = f.window.findChild<InspectorPanel*>();
        QVERIFY2(inspector->factsText().contains(stored), qPrintable(inspector->factsText()));
        QVERIFY(f.button().isEnabled()); // other images may still be asked for
        f.window.selection().select(CellIndex{7});
        QVERIFY(!f.words().contains(stored));
        QVERIFY(!inspector->factsText().contains(stored));

        f.window.selection().select(cell);
        f.button().click();
        QVERIFY(f.is(cell, CellTraining::Status::Done));
        f.window.selection().select(sameFunction);
        const QString trained = QLocale().toString(f.of(cell)->result->valid, 'f', 2);
        QVERIFY2(f.words().contains(stored) && f.words().contains(trained), qPrintable(f.words()));
        QVERIFY(inspector->factsText().contains(trained));
    }

    void closingInTheMiddleIsSafe()
    {
        test::FakeSettings fake;
        fake.epochMilliseconds = 10000;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.window.selection().select(CellIndex{10});
        f.button().click();
        QTest::qWait(30);
        QVERIFY(f.window.close());
    }
};

QTEST_MAIN(TestCellTraining)
#include "tst_cell_training.moc"
