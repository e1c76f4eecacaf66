// SPDX-License-Identifier: GPL-3.0-or-later
// Images as a benchmark: a search in the window that trains what it asks for.
#include "tests/ui/window/window_fixture.h"
#include "ui/base/notice_bar.h"
#include "ui/run/run_panel.h"
#include "ui/state/cell_trainings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestLiveSearch : public QObject
{
    Q_OBJECT

private:
    struct Fixture : test::WindowFixture
    {
        explicit Fixture(const test::FakeSettings& fake = {})
            : WindowFixture(fake)
        {
        }
        /// As somebody does who picks the entry from the list.
        void choose(const QString& benchmark)
        {
            auto& table = find<QComboBox>("table");
            const int index = table.findData(benchmark);
            table.setCurrentIndex(index);
            emit table.activated(index);
        }
        bool isLive() { return state().workspace() && state().workspace()->live; }
        void setUp(const char* method, int budget)
        {
            auto& methods = find<QComboBox>("method");
            methods.setCurrentIndex(methods.findData(QLatin1String(method)));
            find<QSpinBox>("budget").setValue(budget);
        }
        QString phase() { return find<QLabel>("phaseLabel").text(); }
        NoticeBar& notice() { return window.findChild<RunPanel*>()->notice(); }
    };
    /// Training of the cells of a space on a folder, or on what comes with the program.
    static QString liveIn(const SearchSpace& space, const char* images = "fashion-mnist")
    {
        const QString prefix =
            space.name() == "nasbench101" ? QStringLiteral("live:nasbench101:") : QStringLiteral("live:");
        return prefix + QLatin1String(images);
    }
    static QString live() { return liveIn(test::space()); }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void trainsWhatItAsksForAndOnlyOnce()
    {
        std::atomic<int> done = 0;
        test::FakeSettings fake;
        fake.trainings = &done;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.choose(live());
        QTRY_VERIFY(f.isLive());
        QCOMPARE(f.find<QComboBox>("table").currentData().toString(), live());
        QCOMPARE(f.find<QComboBox>("dataset").currentText(), QStringLiteral("fashion-mnist"));
        QVERIFY(!f.find<QCheckBox>("askMe").isVisible()); // nobody need be asked
        QCOMPARE(f.state().dataset()->known, std::size_t{0});
        f.setUp("fake-free", 12);
        f.window.start();
        QTRY_VERIFY2(f.phase().contains(QLocale().toString(12)) && f.phase().contains(QLocale().toString(8)),
                     qPrintable(f.phase())); // cell n of 12, epoch e of 8
        QTRY_COMPARE(f.state().phase(), RunPhase::Ended);
        const std::vector<Query> queries = f.state().run().queries();
        QCOMPARE(queries.size(), 12U);
        const int trained = done;
        QVERIFY(trained > 0 && trained <= 12); // some cells are the same function
        QVERIFY(!f.state().trainings().ofSearch());
        // The results are the table's now, and so the map's and the candidates'.
        QCOMPARE(f.state().dataset()->known, std::size_t{12});
        for (const Query& query : queries) {
            QCOMPARE(double{f.state().dataset()->valid[query.cell]}, double{static_cast<float>(query.label.valid)});
            QVERIFY(f.state().trainings().result(query.cell) != nullptr);
        }
        f.window.start(); // the same seed
        QTRY_VERIFY(f.state().run().queries().size() == 12U && f.state().phase() == RunPhase::Ended);
        QCOMPARE(done.load(), trained);
    }

    // The same with the cells of the other space, whose table and map need not be open.
    void trainsCellsOfTheOtherSpace()
    {
        std::atomic<int> done = 0;
        test::FakeSettings fake;
        fake.trainings = &done;
        Fixture f(fake);
        QVERIFY(f.opened);
        const SearchSpace& other = test::otherSpace();
        const QString name = liveIn(other);
        f.choose(name);
        QTRY_VERIFY(f.isLive());
        const auto& table = f.find<QComboBox>("table");
        QCOMPARE(table.currentData().toString(), name);
        const bool isLarge = other.name() == "nasbench101"; // the one whose name is written behind
        QVERIFY2(table.currentText().contains(QStringLiteral("NAS-Bench-101")) == isLarge,
                 qPrintable(table.currentText()));
        QCOMPARE(f.find<QComboBox>("dataset").currentText(), QStringLiteral("fashion-mnist"));
        QCOMPARE(f.state().space(), &other);
        f.setUp("fake-free", 12);
        f.window.start();
        QTRY_COMPARE(f.state().phase(), RunPhase::Ended);
        QCOMPARE(f.state().run().queries().size(), 12U);
        const int trained = done;
        QVERIFY(isLarge ? trained == 12 : trained > 0 && trained <= 12); // there every cell is a function of its own
        QCOMPARE(f.state().dataset()->known, std::size_t{12});
        // And one more by hand, in the inspector.
        CellIndex more = other.size() / 2;
        while (f.state().trainings().result(more) != nullptr)
            ++more;
        f.window.selection().select(more);
        f.find<QPushButton>("trainCell").click();
        QTRY_VERIFY(f.state().trainings().result(more) != nullptr);
        QCOMPARE(done.load(), trained + 1);
        f.choose(live());
        QTRY_COMPARE(f.state().space()->size(), test::space().size());
    }

    void imagesAreListedWithTheirSpace()
    {
        Fixture f;
        QVERIFY(f.opened);
        auto* panel = f.window.findChild<RunPanel*>();
        auto& table = f.find<QComboBox>("table");
        const QString folder = QStringLiteral("live:/somewhere/holidays");
        const QString inOther = QStringLiteral("live:nasbench101:/somewhere/holidays");
        for (const QString& name : {folder, inOther, QStringLiteral("/somewhere/mine.csv")}) {
            panel->setOpenTable(name);
            QCOMPARE(table.currentData().toString(), name);
        }
        QStringList names;
        for (int i = 0; i < table.count(); ++i)
            names += table.itemData(i).toString();
        const QStringList expected{test::tableName(), // and what is empty separates or asks
                                   QStringLiteral("/somewhere/mine.csv"),
                                   QString(),
                                   QStringLiteral("live:fashion-mnist"),
                                   folder,
                                   QString(),
                                   QStringLiteral("live:nasbench101:fashion-mnist"),
                                   inOther,
                                   QString()};
        QCOMPARE(names, expected);
        QCOMPARE(table.itemText(4), QStringLiteral("Train live: holidays"));
        QCOMPARE(table.itemText(7), QStringLiteral("Train live: holidays (NAS-Bench-101)"));
    }

    void aTrainingThatBreaksDownIsSaidAndTheRestGoesOn()
    {
        test::FakeSettings fake;
        for (const bool breaks : {false, true}) {
            Fixture f(fake);
            QVERIFY(f.opened);
            f.choose(live());
            QTRY_VERIFY(f.isLive());
            f.setUp("fake-free", 12);
            f.window.start();
            QTRY_COMPARE(f.state().phase(), RunPhase::Ended);
            const std::vector<Query> queries = f.state().run().queries();
            QCOMPARE(queries.size(), 12U);
            QCOMPARE(f.notice().sentence().contains(QStringLiteral("broke down")), breaks);
            for (const Query& query : queries)
                QVERIFY(!breaks || query.cell != *fake.broken);
            fake.broken = queries[4].cell;
        }
    }

    void knowsWhatWasTrainedBefore()
    {
        const std::uint32_t functionalClass = test::space().functionalClass(4321);
        test::FakeSettings fake;
        fake.stored[functionalClass].push_back({"holidays", {.functionalClass = functionalClass, .valid = 66.25}});
        Fixture f(fake);
        QVERIFY(f.opened);
        f.window.open(liveIn(test::space(), "/somewhere/holidays"));
        QTRY_VERIFY(f.isLive());
        QVERIFY(f.find<QComboBox>("table").currentText().contains(QStringLiteral("holidays")));
        QCOMPARE(double{f.state().dataset()->valid[4321]}, 66.25);
    }

    void stopsInTheMiddleOfATraining()
    {
        test::FakeSettings fake;
        fake.epochMilliseconds = 10000;
        Fixture f(fake);
        QVERIFY(f.opened);
        f.choose(live());
        QTRY_VERIFY(f.isLive());
        f.setUp("fake-free", 12);
        f.window.start();
        QTRY_VERIFY(f.state().trainings().ofSearch().has_value());
        const CellIndex cell = *f.state().trainings().ofSearch();
        f.window.selection().select(cell);
        QVERIFY(!f.find<QPushButton>("trainCell").isEnabled()); // it is the search's
        f.window.controller().stop();
        QTRY_COMPARE(f.state().phase(), RunPhase::Ended);
        QTRY_VERIFY(!f.state().trainings().ofSearch());
        QCOMPARE(f.state().trainings().of(cell)->status, CellTraining::Status::Failed);
        QCOMPARE(f.state().dataset()->known, std::size_t{0});
    }

    void saysInPlaceWhatIsMissing()
    {
        test::FakeSettings fake;
        fake.hasImages = false;
        Fixture f(fake);
        QVERIFY(f.opened);
        const WorkspacePtr before = f.state().workspace();
        f.choose(live());
        QTRY_VERIFY2(f.notice().sentence().contains(QStringLiteral("no images")), qPrintable(f.notice().sentence()));
        QVERIFY(f.notice().isVisible());
        QCOMPARE(f.state().workspace(), before);
        QCOMPARE(f.find<QComboBox>("table").currentData().toString(), test::tableName());
        QVERIFY(f.find<QWidget>("latentMap").isVisible());
    }

    void theReadingOfImagesCanBeGivenUp()
    {
        test::FakeSettings fake;
        fake.openMilliseconds = 100000;
        Fixture f(fake);
        QVERIFY(f.opened);
        const WorkspacePtr before = f.state().workspace();
        auto& cancel = f.find<QPushButton>("cancelOpening");
        QVERIFY(!cancel.isVisible());
        f.choose(live());
        QTRY_VERIFY(cancel.isVisible());
        cancel.click();
        QTRY_VERIFY(f.find<QWidget>("latentMap").isVisible());
        QCOMPARE(f.state().workspace(), before);
        QVERIFY(f.notice().sentence().isEmpty());
        QCOMPARE(f.find<QComboBox>("table").currentData().toString(), test::tableName());

        f.choose(live()); // gives way to a table that is opened meanwhile
        f.window.open(test::tableName());
        QTRY_VERIFY(f.state().workspace() != before && !f.window.controller().isOpening());
        QVERIFY(!f.isLive());
        QVERIFY(f.find<QWidget>("latentMap").isVisible());

        f.choose(live());
        QTest::qWait(30);
        QVERIFY(f.window.close());
    }
};

QTEST_MAIN(TestLiveSearch)
#include "tst_live_search.moc"
