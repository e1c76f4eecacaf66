// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "ui/map/map_transform.h"
#include "ui/map/point_grid.h"

#include <QtTest>

#include <cmath>

using namespace inverso;
using namespace inverso::ui;

class TestPointGrid : public QObject
{
    Q_OBJECT

private:
    static std::vector<QPointF> clustered(std::size_t n)
    {
        Rng rng(11);
        std::vector<QPointF> points;
        for (std::size_t i = 0; i < n; ++i) {
            const double centre = 20.0 * static_cast<double>(i % 3);
            points.emplace_back(centre + rng.normal(), 0.1 * centre + 0.2 * rng.normal());
        }
        return points;
    }

    static std::optional<std::uint32_t> bruteForce(const std::vector<QPointF>& points, QPointF at, double radius)
    {
        std::optional<std::uint32_t> best;
        double bestSquare = radius * radius;
        for (std::uint32_t i = 0; i < points.size(); ++i) {
            const QPointF d = points[i] - at;
            const double square = QPointF::dotProduct(d, d);
            if (square < bestSquare || (!best && square == bestSquare)) {
                bestSquare = square;
                best = i;
            }
        }
        return best;
    }

private slots:
    void findsTheTrueNearest()
    {
        const std::vector<QPointF> points = clustered(15625);
        const PointGrid grid(points);
        Rng rng(5);
        int found = 0;
        for (int i = 0; i < 3000; ++i) {
            const QPointF at(rng.uniform(-6.0, 46.0), rng.uniform(-3.0, 7.0));
            const double radius = i % 5 == 0 ? 100.0 : rng.uniform(0.01, 1.0);
            const auto expected = bruteForce(points, at, radius);
            QCOMPARE(grid.nearest(at, radius), expected);
            found += expected ? 1 : 0;
        }
        QVERIFY(found > 500 && found < 3000);
    }

    void aPointIsNearestToItself()
    {
        const std::vector<QPointF> points = clustered(500);
        const PointGrid grid(points);
        for (std::uint32_t i = 0; i < points.size(); ++i)
            QCOMPARE(grid.nearest(points[i], 0.5).value_or(9999), i);
    }

    void standsDegenerateInput()
    {
        QVERIFY(!PointGrid().nearest({0, 0}, 10.0));
        const PointGrid one({QPointF(3, 4)});
        QCOMPARE(one.nearest({0, 0}, 6.0).value_or(9), 0U);
        QVERIFY(!one.nearest({0, 0}, 4.0));
        const PointGrid same(std::vector<QPointF>(40, QPointF(1, 1)));
        QCOMPARE(same.nearest({1, 1}, 1.0).value_or(9), 0U);
        const PointGrid line({QPointF(0, 1), QPointF(5, 1), QPointF(9, 1)});
        QCOMPARE(line.nearest({6, 2}, 5.0).value_or(9), 1U);
    }

    void zoomKeepsWhatIsUnderThePointer()
    {
        MapTransform transform;
        transform.fit(QRectF(-10, -5, 20, 10), QRectF(0, 0, 400, 300));
        QCOMPARE(transform.toPixel({0, 0}), QPointF(200, 150));
        const QPointF pointer(320, 90);
        const QPointF under = transform.toData(pointer);
        transform.zoom(1.7, pointer);
        QVERIFY(std::abs(transform.toPixel(under).x() - pointer.x()) < 1e-9);
        QVERIFY(std::abs(transform.toPixel(under).y() - pointer.y()) < 1e-9);
        QCOMPARE(transform.magnification(), 1.7);
        transform.zoom(1e9, pointer);
        QVERIFY(transform.magnification() <= 200.0 + 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestPointGrid)
#include "tst_point_grid.moc"
