// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/given_latents.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/map/latent_map.h"
#include "ui/map/map_maker_bar.h"
#include "ui/map/map_panel.h"
#include "ui/state/map_layouts.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

namespace {

/// Two numbers for each cell: with codes of the usual length, the neighbours of 423,624 cells take a busy machine more
/// than a minute.
std::shared_ptr<const LatentSpace> flatLatents()
{
    Matrix means(test::space().size(), 2);
    Rng rng(3);
    rng.fillNormal(means.values);
    return std::make_shared<const test::GivenLatents>(means, means);
}
class FlatEngine : public FakeEngine
{
public:
    std::shared_ptr<const LatentSpace> loadLatents(const SearchSpace& /*space*/, Preset /*preset*/) override
    {
        return flatLatents();
    }
};

} // namespace

class TestMapMaking : public QObject
{
    Q_OBJECT

private:
    struct Fixture : test::WindowFixture
    {
        Fixture()
            : WindowFixture(std::make_shared<FlatEngine>())
        {
            find<QDoubleSpinBox>("perplexity").setValue(2.0); // the fewest neighbours
        }
        MapLayouts& layouts() { return window.state().layouts(); }
        void showMaker() { find<QToolButton>("showMaker").click(); }
        void choose(const char* combo, int index)
        {
            find<QComboBox>(combo).setCurrentIndex(index);
            emit find<QComboBox>(combo).activated(index);
        }
        bool liveReaches(int iteration)
        {
            return QTest::qWaitFor([&] { return layouts().live() && layouts().live()->iteration >= iteration; },
                                   180000);
        }
    };

private slots:
    void runsPausesAndGoesOnUntilAnotherTable()
    {
        Fixture f;
        QVERIFY(f.opened);
        auto& run = f.find<QPushButton>("mapRun");
        QVERIFY(!run.isVisible());
        f.showMaker();
        QVERIFY(run.isVisible());
        QVERIFY(!f.find<QProgressBar>("mapProgress").isVisible());
        const QPointF before = f.window.mapPanel().map().positionOf(100);
        const QString start = run.text();
        run.click();
        QVERIFY(run.text() != start);
        QVERIFY(f.find<QProgressBar>("mapProgress").isVisible());
        QVERIFY(f.liveReaches(3));
        QCOMPARE(f.layouts().shown(), f.layouts().live());
        QVERIFY(f.window.mapPanel().map().positionOf(100) != before);
        QVERIFY(f.find<QProgressBar>("mapProgress").text().contains(QStringLiteral("KL")));
        run.click();
        // What is on its way arrives: of a large space an iteration takes its time.
        int iteration = -1;
        QVERIFY(QTest::qWaitFor(
            [&] {
                const int last = std::exchange(iteration, f.layouts().live()->iteration);
                QTest::qWait(1500);
                return iteration == last && f.layouts().live()->iteration == iteration;
            },
            60000));
        QTest::qWait(300);
        QCOMPARE(f.layouts().live()->iteration, iteration);
        run.click();
        QVERIFY(f.liveReaches(iteration + 1));

        QSignalSpy opened(&f.window.controller(), &SearchController::opened);
        f.window.open(test::tableName());
        QVERIFY(opened.wait(20000));
        QVERIFY(!f.layouts().live());
        QTest::qWait(300);
        QVERIFY(!f.layouts().live());
        QVERIFY(!f.find<QPushButton>("mapAgain").isVisible());
    }

    void theLayoutCanBeChosen()
    {
        Fixture f;
        QVERIFY(f.opened);
        auto& layout = f.find<QComboBox>("mapLayout");
        QCOMPARE(layout.count(), 1);
        QVERIFY(!layout.isEnabled());
        const QPointF before = f.window.mapPanel().map().positionOf(100);
        f.showMaker();
        f.find<QSpinBox>("mapIterations").setValue(10);
        f.find<QDoubleSpinBox>("perplexity").setValue(5.0);
        f.find<QPushButton>("mapRun").click();
        QVERIFY(f.liveReaches(10));
        QCOMPARE(f.layouts().live()->perplexity, 5.0);
        QCOMPARE(layout.count(), 2);
        QCOMPARE(layout.currentIndex(), 1);
        f.choose("mapLayout", 0);
        QCOMPARE(f.layouts().shown()->kind, MapLayout::Kind::PrincipalPlane);
        f.showMaker(); // hides it: the map has its old size
        QTRY_COMPARE(f.window.mapPanel().map().positionOf(100), before);
        f.showMaker();
        // What is not on the map moves nothing there.
        QTRY_COMPARE(f.find<QPushButton>("mapAgain").isVisible(), true);
        f.find<QPushButton>("mapRun").click();
        QVERIFY(f.liveReaches(11));
        QCOMPARE(f.layouts().shown()->kind, MapLayout::Kind::PrincipalPlane);
    }

    void tunedCodesStartFromTheMapShown()
    {
        Fixture f;
        QVERIFY(f.opened);
        f.showMaker();
        auto& codes = f.find<QComboBox>("mapCodes");
        QVERIFY(!codes.isEnabled());
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->predictions.resize(test::space().size());
        Matrix moved = f.window.state().workspace()->latents->means();
        for (float& value : moved.values)
            value *= 1.5F;
        snapshot->tunedMeans = std::make_shared<const Matrix>(std::move(moved));
        f.window.state().setSnapshot(snapshot);
        QVERIFY(codes.isEnabled());
        f.choose("mapCodes", 1);
        QCOMPARE(f.find<QComboBox>("mapStart").currentIndex(), 1);
        const MapLayoutPtr before = f.layouts().shown();
        MapLayoutPtr first;
        connect(&f.layouts(), &MapLayouts::shownChanged, &f.layouts(), [&] {
            if (!first)
                first = f.layouts().live();
        });
        f.find<QPushButton>("mapRun").click();
        QVERIFY(f.liveReaches(1));
        QVERIFY(first->tuned);
        QCOMPARE(first->iteration, 0);
        QVERIFY(QLineF(first->places[7], before->places[7]).length() < 1e-3);
    }

    void closingInTheMiddleIsSafe()
    {
        Fixture f;
        QVERIFY(f.opened);
        f.showMaker();
        f.find<QPushButton>("mapRun").click();
        QTest::qWait(50);
        QVERIFY(f.window.close());
    }
};

QTEST_MAIN(TestMapMaking)
#include "tst_map_making.moc"
