// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/projection/affinities.h"
#include "core/projection/tsne.h"
#include "tests/core/base/error_text.h"
#include "tests/core/projection/clustered_points.h"

#include <QtTest>

#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>
#include <thread>

using namespace inverso;

namespace {

double squaredDistance(const Matrix& y, std::size_t i, std::size_t j)
{
    return std::pow(static_cast<double>(y(i, 0)) - static_cast<double>(y(j, 0)), 2)
           + std::pow(static_cast<double>(y(i, 1)) - static_cast<double>(y(j, 1)), 2);
}

double exactZ(const Matrix& y)
{
    double z = 0.0;
    for (std::size_t i = 0; i < y.rows; ++i)
        for (std::size_t j = 0; j < y.rows; ++j)
            z += i == j ? 0.0 : 1.0 / (1.0 + squaredDistance(y, i, j));
    return z;
}

double exactDivergence(const Affinities& p, const Matrix& y)
{
    const double z = exactZ(y);
    double divergence = 0.0;
    for (std::size_t i = 0; i < y.rows; ++i)
        for (std::size_t at = p.rowBegin[i]; at < p.rowBegin[i + 1]; ++at)
            divergence +=
                static_cast<double>(p.value[at])
                * std::log(static_cast<double>(p.value[at]) * z * (1.0 + squaredDistance(y, i, p.column[at])));
    return divergence;
}

/// One plain step of steepest descent from y, by the definition over all pairs: y − rate·∂KL/∂y, with
/// ∂KL/∂y_i = 4 Σ_j (p_ij − q_ij)(y_i − y_j)/(1+|y_i−y_j|²).
Matrix exactStep(const Affinities& p, const Matrix& y, double rate)
{
    const double z = exactZ(y);
    Matrix next = y;
    for (std::size_t i = 0; i < y.rows; ++i) {
        double gradient[2] = {};
        std::vector<double> row(y.rows, 0.0);
        for (std::size_t at = p.rowBegin[i]; at < p.rowBegin[i + 1]; ++at)
            row[p.column[at]] = static_cast<double>(p.value[at]);
        for (std::size_t j = 0; j < y.rows; ++j) {
            const double q = 1.0 / (1.0 + squaredDistance(y, i, j));
            for (std::size_t axis = 0; axis < 2; ++axis)
                gradient[axis] += 4.0 * (row[j] - q / z) * q * static_cast<double>(y(i, axis) - y(j, axis));
        }
        for (std::size_t axis = 0; axis < 2; ++axis)
            next(i, axis) = static_cast<float>(static_cast<double>(y(i, axis)) - rate * gradient[axis]);
    }
    return next;
}

TsneSettings quick(int iterations)
{
    TsneSettings settings;
    settings.perplexity = 15.0;
    settings.iterations = iterations;
    settings.exaggerationIterations = std::min(100, iterations / 2);
    settings.threads = 1;
    return settings;
}

} // namespace

class TestTsne : public QObject
{
    Q_OBJECT

private:
    const Matrix m_points = clusteredPoints(800, 10, 6, 4.0F);

private slots:
    void testAStepFollowsTheExactGradient()
    {
        TsneSettings settings = quick(200);
        Tsne map(m_points, settings);
        map.step(150);
        const Matrix before = map.positions();
        settings.exaggerationIterations = 0;
        settings.learningRate = 100.0;
        Tsne fresh(m_points, settings);
        fresh.moveTo(before); // no velocity, and a first gain of 0.8
        fresh.step(1);
        const Affinities p = affinities(nearestNeighbours(m_points, {.count = 46}), 15.0, 1);
        const Matrix expected = exactStep(p, before, 0.8 * 100.0);
        double error = 0.0;
        double size = 0.0;
        for (std::size_t i = 0; i < before.values.size(); ++i) {
            error += std::pow(static_cast<double>(fresh.positions().values[i] - expected.values[i]), 2);
            size += std::pow(static_cast<double>(expected.values[i] - before.values[i]), 2);
        }
        QVERIFY2(std::sqrt(error / size) < 0.02, qPrintable(QString::number(std::sqrt(error / size))));
    }

    void testDivergenceIsThatOfTheDefinitionAndFalls()
    {
        const Affinities p = affinities(nearestNeighbours(m_points, {.count = 46}), 15.0, 1);
        Tsne map(m_points, quick(500));
        double last = 1e9;
        while (!map.finished()) {
            map.step(100);
            const double divergence = map.klDivergence();
            QVERIFY(std::abs(divergence - exactDivergence(p, map.positions())) < 2e-3 * divergence);
            if (map.iteration() > 100) // before, the exaggerated one falls
                QVERIFY(divergence < last);
            last = divergence;
        }
        QCOMPARE(map.iteration(), 500);
    }

    void testClustersStayApart()
    {
        const Matrix points = clusteredPoints(1200, 20, 6, 10.0F);
        const Matrix y = tsne(points, quick(500)).positions;
        std::size_t strangers = 0; // whose nearest on the map is of another cluster
        for (std::size_t i = 0; i < y.rows; ++i) {
            std::size_t nearest = i == 0 ? 1 : 0;
            for (std::size_t j = 0; j < y.rows; ++j)
                if (j != i && squaredDistance(y, i, j) < squaredDistance(y, i, nearest))
                    nearest = j;
            strangers += nearest % 6 != i % 6;
        }
        QCOMPARE(strangers, std::size_t(0));
    }

    void testSameMapWhateverTheThreadsAndTheSteps()
    {
        const Matrix points = clusteredPoints(5000, 8, 10, 2.0F);
        TsneSettings settings = quick(60);
        const TsneResult whole = tsne(points, settings);
        settings.threads = 3;
        Tsne map(points, settings);
        for (const int count : {1, 7, 22, 30}) {
            map.step(count);
            (void)map.klDivergence(); // looking changes nothing
        }
        QCOMPARE(map.positions().values, whole.positions.values);
        QCOMPARE(map.klDivergence(), whole.klDivergence);
    }

    void testRandomStartFollowsTheSeed()
    {
        TsneSettings settings = quick(20);
        settings.start = TsneSettings::Start::Random;
        settings.seed = 1;
        const Matrix one = tsne(m_points, settings).positions;
        QCOMPARE(tsne(m_points, settings).positions.values, one.values);
        settings.seed = 2;
        QVERIFY(tsne(m_points, settings).positions.values != one.values);
    }

    void testWatcherIsCalledOnTheWayAndAtTheEnd()
    {
        std::vector<int> iterations;
        const TsneWatcher watcher = [&](const TsneUpdate& update) {
            iterations.push_back(update.iteration);
            QCOMPARE(update.positions.rows, std::size_t(800));
            QVERIFY(update.klDivergence > 0.0);
        };
        double fraction = 0.0;
        std::string phase;
        const ProgressSink progress = [&](const Progress& at) {
            phase = at.phase;
            fraction = at.fraction;
        };
        tsne(m_points, quick(70), progress, {}, watcher, 30);
        QCOMPARE(iterations, std::vector<int>({30, 60, 70}));
        QCOMPARE(phase, std::string("Arranging the map"));
        QCOMPARE(fraction, 1.0);
    }

    void testCancelledKeepsWhatWasDone()
    {
        using Clock = std::chrono::steady_clock;
        Tsne map(m_points, quick(100));
        map.step(10);
        std::stop_source source;
        Clock::time_point asked;
        std::jthread other([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            asked = Clock::now();
            source.request_stop();
        });
        QVERIFY_EXCEPTION_THROWN(map.step(1000000, source.get_token()), Cancelled);
        const auto waited = Clock::now() - asked;
        other.join();
        QVERIFY(waited < std::chrono::seconds(1)); // milliseconds, but for a busy machine
        QVERIFY(map.iteration() >= 10);
        map.step(5); // and it goes on
        QVERIFY(std::isfinite(map.klDivergence()));
        QVERIFY_EXCEPTION_THROWN(Tsne(m_points, quick(100), {}, source.get_token()), Cancelled);
    }

    void testMoveToGoesOnFromThere()
    {
        Tsne map(m_points, quick(300));
        map.step(300);
        TsneSettings settings = quick(300);
        settings.exaggerationIterations = 0;
        Tsne again(m_points, settings);
        again.moveTo(map.positions());
        QVERIFY(std::abs(again.klDivergence() - map.klDivergence()) < 1e-6);
        again.step(50);
        QVERIFY(again.klDivergence() < map.klDivergence());
        COMPARE_CONTAINS(errorText<UsageError>([&] { again.moveTo(Matrix(3, 2)); }), "800 points");
        Matrix broken = map.positions();
        broken(5, 1) = std::numeric_limits<float>::infinity();
        COMPARE_CONTAINS(errorText([&] { again.moveTo(broken); }), "finite");
    }

    void testBadInput()
    {
        const auto make = [](const Matrix& points, const TsneSettings& settings) { Tsne map(points, settings); };
        COMPARE_CONTAINS(errorText([&] { make(Matrix(), {}); }), "no points");
        COMPARE_CONTAINS(errorText<UsageError>([&] { make(Matrix(91, 4), {}); }), "too few for a perplexity of 30");
        COMPARE_CONTAINS(errorText<UsageError>([&] { make(m_points, {.perplexity = 0.5}); }), "too low");
        COMPARE_CONTAINS(errorText<UsageError>([&] { make(m_points, {.perplexity = std::nan("")}); }), "too low");
        COMPARE_CONTAINS(errorText<UsageError>([&] { make(m_points, {.learningRate = -1.0}); }), "learning rate");
        Matrix broken = m_points;
        broken(12, 3) = std::numeric_limits<float>::quiet_NaN();
        COMPARE_CONTAINS(errorText([&] { make(broken, {}); }), "Point 12");
        Tsne wild(m_points, {.perplexity = 15.0, .learningRate = 1e30});
        COMPARE_CONTAINS(errorText([&] { wild.step(50); }), "learning rate");
    }

    void testEqualPointsAreMapped()
    {
        Matrix points(200, 3);
        for (std::size_t i = 100; i < 200; ++i)
            points(i, 0) = 1.0F;
        const TsneResult result = tsne(points, quick(100));
        for (const float value : result.positions.values)
            QVERIFY(std::isfinite(value));
        Matrix same(100, 3);
        QVERIFY(std::isfinite(tsne(same, quick(50)).klDivergence));
    }
};

QTEST_APPLESS_MAIN(TestTsne)
#include "tst_tsne.moc"
