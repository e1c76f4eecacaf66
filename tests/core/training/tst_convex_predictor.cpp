// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/statistics.h"
#include "core/training/convex_predictor.h"

#include <QtTest>

#include <cmath>

using namespace inverso;

namespace {

constexpr std::size_t axes = 6;

/// Points, and an accuracy that has its one summit at (1, 1, …).
struct Sample
{
    Matrix codes;
    std::vector<double> accuracies;
};

Sample sample(std::size_t rows, std::uint64_t seed)
{
    Sample result{Matrix(rows, axes), {}};
    Rng rng(seed);
    rng.fillNormal(result.codes.values);
    for (std::size_t i = 0; i < rows; ++i) {
        double distance = 0.0;
        for (const float value : result.codes.row(i))
            distance += (value - 1.0) * (value - 1.0);
        result.accuracies.push_back(92.0 - distance);
    }
    return result;
}

} // namespace

class TestConvexPredictor : public QObject
{
    Q_OBJECT

private slots:
    void testLearnsAndLeadsUpwards()
    {
        ConvexPredictor predictor({}, axes, Rng(1));
        const Sample known = sample(150, 2);
        const Sample other = sample(200, 3);
        predictor.train(known.codes, known.accuracies, 100, 1e-3, {});
        const auto outputs = predictor.predict(other.codes);
        const std::vector<double> predicted(outputs.begin(), outputs.end());
        QVERIFY2(spearman(predicted, other.accuracies) > 0.9,
                 qPrintable(QString::number(spearman(predicted, other.accuracies))));
        const Matrix ascent = predictor.ascent(other.codes);
        int uphill = 0;
        for (std::size_t i = 0; i < other.codes.rows; ++i) {
            double along = 0.0; // the direction to the summit
            for (std::size_t j = 0; j < axes; ++j)
                along += ascent(i, j) * (1.0 - other.codes(i, j));
            uphill += along > 0.0 ? 1 : 0;
        }
        QVERIFY2(uphill > 190, qPrintable(QString::number(uphill)));
        const auto losses = predictor.takeLosses();
        QCOMPARE(losses.size(), std::size_t{100});
        QVERIFY(losses.back().value < 0.3F * losses.front().value);
        QVERIFY(predictor.takeLosses().empty());
    }

    void testGoesOnFromWhatItKnows()
    {
        ConvexPredictor predictor({}, axes, Rng(1));
        const Sample known = sample(150, 2);
        predictor.train(known.codes, known.accuracies, 60, 1e-3, {});
        const float learnt = predictor.takeLosses().back().value;
        predictor.train(known.codes, known.accuracies, 1, 1e-4, {});
        const auto next = predictor.takeLosses();
        QCOMPARE(next.front().epoch, 61);
        QVERIFY(next.front().value < 2.0F * learnt);
    }

    void testSeed()
    {
        const Sample known = sample(40, 4);
        const auto predictions = [&](std::uint64_t seed) {
            ConvexPredictor predictor({}, axes, Rng(seed));
            predictor.train(known.codes, known.accuracies, 5, 1e-3, {});
            return predictor.predict(known.codes);
        };
        QCOMPARE(predictions(1), predictions(1));
        QVERIFY(predictions(1) != predictions(2));
    }

    void testStop()
    {
        std::stop_source source;
        source.request_stop();
        ConvexPredictor predictor({}, axes, Rng(1));
        const Sample known = sample(10, 6);
        QVERIFY_EXCEPTION_THROWN(predictor.train(known.codes, known.accuracies, 5, 1e-3, source.get_token()),
                                 Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestConvexPredictor)
#include "tst_convex_predictor.moc"
