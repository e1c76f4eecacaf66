// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/base/color_map.h"
#include "ui/base/theme.h"
#include "ui/map/latent_map.h"
#include "ui/plots/regression_plot.h"
#include "ui/plots/search_curve_plot.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QtTest>

#include <cmath>

using namespace inverso;
using namespace inverso::ui;

class TestLatentMap : public QObject
{
    Q_OBJECT

private:
    static WorkspacePtr workspace()
    {
        auto result = std::make_shared<Workspace>();
        result->table = test::table();
        result->latents = test::fakeLatents();
        result->layouts.push_back(std::make_shared<const MapLayout>(
            MapLayout{.kind = MapLayout::Kind::PrincipalPlane, .places = mapPlaces(result->latents->principalMap())}));
        return result;
    }

    static Round round(int number, const std::vector<CellIndex>& cells, const Table::Dataset& dataset)
    {
        Round result;
        result.number = number;
        for (const CellIndex cell : cells) {
            result.candidates.push_back({cell, 70.0F, 1.0F});
            result.queries.push_back({0, cell, {double{dataset.valid[cell]}, double{dataset.test[cell]}}, number, NAN});
        }
        return result;
    }

    struct Fixture
    {
        Fixture()
        {
            state.setWorkspace(workspace());
            state.setChosenDataset("alpha");
            map.resize(800, 560);
            map.show();
        }
        ExplorerState state;
        Selection selection;
        LatentMap map{state, selection};
    };

private slots:
    void initTestCase() { applyTheme(Theme::Light); }

    void makesRoomForAnotherLineOfTheLegend()
    {
        Fixture f;
        int moved = 0;
        for (int width = 200; width <= 500; width += 20) {
            f.map.resize(width, 560);
            QTest::qWait(5);
            const auto lowest = [&f] {
                double y = 0.0;
                for (CellIndex cell = 0; cell < test::space().size(); ++cell)
                    y = std::max(y, f.map.positionOf(cell).y());
                return y;
            };
            const double before = lowest();
            f.selection.setGroup({1, 2, 3}); // one more entry
            moved += lowest() < before - 1.0 ? 1 : 0;
            f.selection.setGroup({});
            QVERIFY(std::abs(lowest() - before) < 0.01);
        }
        QVERIFY(moved > 0);
    }

    void showsEveryCell()
    {
        Fixture f;
        const QImage image = f.map.grab().toImage();
        const QColor ground = f.map.palette().color(QPalette::Base);
        int inked = 0;
        Rng rng(3);
        for (int i = 0; i < 200; ++i) {
            const QPointF at = f.map.positionOf(static_cast<CellIndex>(rng.below(test::space().size())));
            QVERIFY(QRectF(f.map.rect()).contains(at));
            inked += image.pixelColor(QPoint(int(at.x()), int(at.y()))) != ground ? 1 : 0;
        }
        QCOMPARE(inked, 200);
    }

    void hoverPicksTheTrueNearestOnTheScreen()
    {
        Fixture f;
        QTest::qWait(20);
        QSignalSpy hovered(&f.selection, &Selection::hoveredChanged);
        Rng rng(4);
        for (int i = 0; i < 60; ++i) {
            if (i == 30) { // and zoomed in
                for (int k = 0; k < 6; ++k)
                    f.map.zoomIn();
            }
            const QPoint at(int(rng.uniform(60.0, 740.0)), int(rng.uniform(40.0, 440.0)));
            double best = 12.0;
            std::optional<CellIndex> expected;
            for (CellIndex cell = 0; cell < test::space().size(); ++cell) {
                const QPointF d = f.map.positionOf(cell) - QPointF(at);
                if (std::hypot(d.x(), d.y()) < best) {
                    best = std::hypot(d.x(), d.y());
                    expected = cell;
                }
            }
            QTest::mouseMove(&f.map, at);
            QCOMPARE(f.selection.hovered(), expected);
        }
        QVERIFY(hovered.count() > 10);
    }

    void clickSelectsAndMarks()
    {
        Fixture f;
        const CellIndex cell = 4321;
        const QImage before = f.map.grab().toImage();
        QTest::mouseClick(&f.map, Qt::LeftButton, {}, f.map.positionOf(cell).toPoint());
        QVERIFY(f.selection.cell().has_value());
        const QPointF at = f.map.positionOf(*f.selection.cell());
        const QImage after = f.map.grab().toImage();
        const QPoint ring = (at + QPointF(9.0, 0.0)).toPoint();
        QVERIFY(before.pixelColor(ring) != after.pixelColor(ring));
        QCOMPARE(after.pixelColor(ring).rgb(), accentColor(Accent::Vermilion, false).rgb());

        QTest::mouseClick(&f.map, Qt::LeftButton, {}, QPoint(2, 2)); // nothing there
        QVERIFY(!f.selection.cell());
    }

    void draggingPansAndSelectsNothing()
    {
        Fixture f;
        const QPointF before = f.map.positionOf(100);
        QTest::mousePress(&f.map, Qt::LeftButton, {}, QPoint(300, 200));
        QTest::mouseMove(&f.map, QPoint(320, 210));
        QMouseEvent move(QEvent::MouseMove, QPointF(340, 230), f.map.mapToGlobal(QPointF(340, 230)), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(&f.map, &move);
        QTest::mouseRelease(&f.map, Qt::LeftButton, {}, QPoint(340, 230));
        QVERIFY(!f.selection.cell());
        QCOMPARE(f.map.positionOf(100), before + QPointF(40, 30));
        QTest::keyClick(&f.map, Qt::Key_0);
        QCOMPARE(f.map.positionOf(100), before);
    }

    void roundsAreColouredAndTheBestIsStarred()
    {
        Fixture f;
        SearchSettings settings;
        settings.budget = 20;
        f.state.beginRun(settings, "alpha");
        const Table::Dataset& dataset = *f.state.dataset();
        const std::vector<CellIndex> first{100, 5000, 9000};
        f.state.appendRounds({round(0, first, dataset), round(1, {200, 300}, dataset)}, 1.0);
        const QImage image = f.map.grab().toImage();
        const int scale = f.state.run().expectedRounds();
        const CellIndex best = f.state.run().best()->cell;
        for (const CellIndex cell : {100U, 5000U, 9000U, 200U, 300U}) {
            if (cell == best)
                continue;
            const double t = (cell == 200 || cell == 300 ? 1.0 : 0.0) / scale;
            const QColor seen = image.pixelColor(f.map.positionOf(cell).toPoint());
            QVERIFY2(seen.rgb() == sequenceColor(t, false).rgb(), qPrintable(seen.name()));
        }
        QCOMPARE(image.pixelColor(f.map.positionOf(best).toPoint()).rgb(), accentColor(Accent::Gold, false).rgb());
    }

    void selectionIsMarkedInThePlots()
    {
        Fixture f;
        SearchCurvePlot curve(f.state, f.selection);
        curve.resize(500, 320);
        curve.show();
        QVERIFY(!curve.hint().isEmpty());
        SearchSettings settings;
        settings.budget = 20;
        f.state.beginRun(settings, "alpha");
        Round asked = round(0, {test::knownCell(100), test::knownCell(500), test::knownCell(900), test::knownCell(77)},
                            *f.state.dataset());
        for (int i = 0; i < 4; ++i)
            asked.queries[std::size_t(i)].number = i + 1;
        f.state.appendRounds({asked}, 1.0);
        QTest::qWait(30);
        QVERIFY(curve.hint().isEmpty());
        QVERIFY(!curve.caption().isEmpty());
        const auto at = curve.positionOf(f.state.run().best()->cell);
        QVERIFY(at.has_value());
        QCOMPARE(curve.cellAt(*at), std::optional(f.state.run().best()->cell));
        const QImage before = curve.grab().toImage();
        QTest::mouseClick(&curve, Qt::LeftButton, {}, at->toPoint());
        QCOMPARE(f.selection.cell(), std::optional(f.state.run().best()->cell));
        QTest::qWait(30);
        QVERIFY(curve.grab().toImage() != before);
    }

    void thePaletteRecolours()
    {
        Fixture f;
        RegressionPlot plot(f.state, f.selection);
        plot.resize(400, 300);
        plot.show();
        const QRgb light = f.map.grab().toImage().pixel(3, 3);
        applyTheme(Theme::Dark);
        QTest::qWait(30);
        const QRgb dark = f.map.grab().toImage().pixel(3, 3);
        QVERIFY(qGray(light) > 200 && qGray(dark) < 60);
        QVERIFY(qGray(plot.grab().toImage().pixel(3, 3)) < 60);
        QVERIFY(plot.xAxis->labelColor().lightness() > 180);
        applyTheme(Theme::Light);
        QTest::qWait(30);
        QVERIFY(plot.xAxis->labelColor().lightness() < 80);
    }

    void withoutWeightsItSaysSo()
    {
        ExplorerState state;
        Selection selection;
        LatentMap map(state, selection);
        auto bare = std::make_shared<Workspace>();
        bare->table = test::table();
        bare->weightsProblem = QStringLiteral("No weights.");
        state.setWorkspace(bare);
        map.resize(500, 400);
        QVERIFY(!map.grab().isNull());
        QVERIFY(!map.cellAt({200, 200}));
    }

    // Not a limit, a report: what the static layer and a frame cost.
    void paintingIsQuick()
    {
        Fixture f;
        QElapsedTimer time;
        time.start();
        constexpr int frames = 20;
        for (int i = 0; i < frames; ++i) {
            f.map.zoomIn();
            f.map.grab();
            f.map.zoomOut();
        }
        const double each = double(time.elapsed()) / frames;
        qInfo("%.1f ms a frame with all layers redrawn", each);
        QVERIFY(each < 200.0);
    }
};

QTEST_MAIN(TestLatentMap)
#include "tst_latent_map.moc"
