// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/statistics.h"
#include "core/training/dngo.h"

#include <QtTest>

#include <cmath>

using namespace inverso;

namespace {

struct Sample
{
    Matrix points;
    std::vector<double> accuracies;
};

/// Points of the plane around `centre`, and an accuracy that bends.
Sample sample(std::size_t rows, double centre, std::uint64_t seed)
{
    Sample result{Matrix(rows, 2), {}};
    Rng rng(seed);
    for (std::size_t i = 0; i < rows; ++i) {
        const double x = centre + rng.normal();
        const double y = rng.normal();
        result.points(i, 0) = static_cast<float>(x);
        result.points(i, 1) = static_cast<float>(y);
        result.accuracies.push_back(85.0 + 5.0 * std::sin(x) - y * y);
    }
    return result;
}

double average(const std::vector<float>& values)
{
    return mean(std::vector<double>(values.begin(), values.end()));
}

} // namespace

class TestDngo : public QObject
{
    Q_OBJECT

private slots:
    void testLearnsAndKnowsWhereItDoesNot()
    {
        Dngo model({}, Rng(1));
        const Sample known = sample(80, 0.0, 2);
        const Sample near = sample(200, 0.0, 3);
        const Sample far = sample(200, 8.0, 4);
        model.fit(known.points, known.accuracies, {});
        const Dngo::Scores scores = model.predict(near.points);
        const std::vector<double> predicted(scores.mean.begin(), scores.mean.end());
        QVERIFY2(spearman(predicted, near.accuracies) > 0.9,
                 qPrintable(QString::number(spearman(predicted, near.accuracies))));
        QVERIFY(rootMeanSquaredError(predicted, near.accuracies) < 2.0); // percent again, of a spread of 4
        QVERIFY(average(scores.deviation) > 0.01);
        QVERIFY(average(model.predict(far.points).deviation) > 2.0 * average(scores.deviation));
        const auto losses = model.takeLosses();
        QCOMPARE(losses.size(), std::size_t{100});
        QVERIFY(losses.back().value < 0.3F * losses.front().value);
        QVERIFY(model.takeLosses().empty());
    }

    void testSeed()
    {
        const Sample known = sample(20, 0.0, 5);
        const auto means = [&](std::uint64_t seed) {
            Dngo model({.epochs = 5}, Rng(seed));
            model.fit(known.points, known.accuracies, {});
            return model.predict(known.points).mean;
        };
        QCOMPARE(means(1), means(1));
        QVERIFY(means(1) != means(2));
    }

    void testEqualAccuracies()
    {
        Dngo model({.epochs = 20}, Rng(1));
        const Sample known = sample(10, 0.0, 6);
        model.fit(known.points, std::vector<double>(10, 80.0), {});
        for (const float value : model.predict(known.points).mean)
            QVERIFY(std::abs(value - 80.0F) < 1.0F);
    }

    void testStop()
    {
        std::stop_source source;
        source.request_stop();
        Dngo model({}, Rng(1));
        const Sample known = sample(10, 0.0, 6);
        QVERIFY_EXCEPTION_THROWN(model.fit(known.points, known.accuracies, source.get_token()), Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestDngo)
#include "tst_dngo.moc"
