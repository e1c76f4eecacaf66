// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/random.h"
#include "core/projection/repulsion.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace inverso;

namespace {

/// By the definition, over all pairs, in double precision.
struct ExactRepulsion
{
    explicit ExactRepulsion(const PlanePoints& points)
        : x(points.size(), 0.0)
        , y(points.size(), 0.0)
    {
        for (std::size_t i = 0; i < points.size(); ++i) {
            for (std::size_t j = 0; j < points.size(); ++j) {
                const double dx = static_cast<double>(points.x[i]) - static_cast<double>(points.x[j]);
                const double dy = static_cast<double>(points.y[i]) - static_cast<double>(points.y[j]);
                const double q = 1.0 / (1.0 + dx * dx + dy * dy);
                x[i] += q * q * dx;
                y[i] += q * q * dy;
                z += i == j ? 0.0 : q;
            }
        }
    }

    std::vector<double> x;
    std::vector<double> y;
    double z = 0.0;
};

PlanePoints scattered(std::size_t count, double spread, std::uint64_t seed = 5)
{
    PlanePoints points(count);
    Rng rng(seed);
    for (std::size_t i = 0; i < count; ++i) {
        points.x[i] = static_cast<float>(spread * rng.normal());
        points.y[i] = static_cast<float>(spread * (i % 3 == 0 ? 0.3 : 1.0) * rng.normal());
    }
    return points;
}

/// Root mean square of the error, of that of the forces.
double relativeError(const PlanePoints& forces, const ExactRepulsion& exact)
{
    double error = 0.0;
    double size = 0.0;
    for (std::size_t i = 0; i < forces.size(); ++i) {
        error += std::pow(static_cast<double>(forces.x[i]) - exact.x[i], 2)
                 + std::pow(static_cast<double>(forces.y[i]) - exact.y[i], 2);
        size += exact.x[i] * exact.x[i] + exact.y[i] * exact.y[i];
    }
    return std::sqrt(error / size);
}

} // namespace

class TestRepulsion : public QObject
{
    Q_OBJECT

private slots:
    void testForcesAreThoseOfTheDefinition_data()
    {
        QTest::addColumn<double>("spread");
        // From the start of a run, where all points nearly coincide, to a map with room between the points.
        for (const double spread : {1e-4, 1e-2, 1.0, 5.0, 20.0, 80.0})
            QTest::addRow("%g", spread) << spread;
    }

    void testForcesAreThoseOfTheDefinition()
    {
        QFETCH(double, spread);
        const PlanePoints points = scattered(3000, spread);
        PlanePoints forces(points.size());
        Repulsion repulsion;
        const double z = repulsion.evaluate(points, forces, 2);
        const ExactRepulsion exact(points);
        const double error = relativeError(forces, exact);
        QVERIFY2(error < (spread < 50.0 ? 0.005 : 0.02), qPrintable(QString::number(error)));
        QVERIFY2(std::abs(z / exact.z - 1.0) < 0.002, qPrintable(QString::number(z / exact.z - 1.0)));
    }

    void testDoesNotDependOnThreadsOrOnWhatWasThereBefore()
    {
        const PlanePoints points = scattered(20000, 12.0);
        PlanePoints one(points.size());
        PlanePoints three(points.size());
        Repulsion fresh;
        const double z = fresh.evaluate(points, one, 1);
        Repulsion used;
        used.evaluate(scattered(500, 40.0), three, 2);
        QCOMPARE(used.evaluate(points, three, 3), z);
        QCOMPARE(three.x, one.x);
        QCOMPARE(three.y, one.y);
    }

    void testFarOffAndEqualPoints()
    {
        PlanePoints points(3); // two equal, one far: only the grid's coarsest spacing reaches it
        points.x = {1e5F, 1e5F, -1e5F};
        PlanePoints forces(3);
        const double z = Repulsion().evaluate(points, forces, 1);
        QVERIFY(std::isfinite(z));
        PlanePoints aside(4); // all equal, where the spacing of numbers is wider than that of the nodes would be
        std::ranges::fill(aside.x, 12345.0F);
        std::ranges::fill(aside.y, -54321.0F);
        forces = PlanePoints(4);
        QVERIFY(std::abs(Repulsion().evaluate(aside, forces, 2) - 12.0) < 0.05);
        PlanePoints same(4);
        forces = PlanePoints(4);
        QVERIFY(std::abs(Repulsion().evaluate(same, forces, 1) - 12.0) < 1e-3);
        for (const float force : forces.x)
            QVERIFY(std::abs(force) < 1e-3F);
    }

    void testDivergedPositionsAreAnError()
    {
        PlanePoints points = scattered(100, 1.0);
        PlanePoints forces(100);
        points.y[3] = std::numeric_limits<float>::infinity();
        COMPARE_CONTAINS(errorText([&] { Repulsion().evaluate(points, forces, 1); }), "learning rate");
        points.y[3] = std::numeric_limits<float>::quiet_NaN();
        COMPARE_CONTAINS(errorText([&] { Repulsion().evaluate(points, forces, 1); }), "learning rate");
    }
};

QTEST_APPLESS_MAIN(TestRepulsion)
#include "tst_repulsion.moc"
