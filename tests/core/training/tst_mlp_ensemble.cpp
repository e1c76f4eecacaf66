// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/statistics.h"
#include "core/training/mlp_ensemble.h"

#include <QtTest>

#include <stop_token>

using namespace inverso;

namespace {

/// Rows of bits, and an accuracy that follows from them.
struct Sample
{
    Matrix features;
    std::vector<double> accuracies;
};

Sample sample(std::size_t rows, std::uint64_t seed)
{
    Rng rng(seed);
    Sample result{Matrix(rows, 12), {}};
    for (std::size_t i = 0; i < rows; ++i) {
        double accuracy = 70.0;
        for (std::size_t j = 0; j < 12; ++j) {
            result.features(i, j) = rng.uniform() < 0.5 ? 1.0F : 0.0F;
            accuracy += result.features(i, j) * (static_cast<double>(j) - 5.0);
        }
        result.accuracies.push_back(accuracy);
    }
    return result;
}

} // namespace

class TestMlpEnsemble : public QObject
{
    Q_OBJECT

private slots:
    void testLearnsAndGeneralises()
    {
        MlpEnsemble ensemble({}, Rng(1), 1);
        const Sample known = sample(120, 2);
        const Sample other = sample(200, 3);
        ensemble.fit(known.features, known.accuracies, {});
        const MlpEnsemble::Scores scores = ensemble.predict(other.features);
        const std::vector<double> predicted(scores.mean.begin(), scores.mean.end());
        QVERIFY2(spearman(predicted, other.accuracies) > 0.9,
                 qPrintable(QString::number(spearman(predicted, other.accuracies))));
        QVERIFY(rootMeanSquaredError(predicted, other.accuracies) < 5.0); // percent again, of a spread of 6
        QVERIFY(std::ranges::all_of(scores.deviation, [](float value) { return value >= 0.0F; }));
        QVERIFY(std::ranges::any_of(scores.deviation, [](float value) { return value > 0.1F; }));
        const auto losses = ensemble.takeLosses();
        QCOMPARE(losses.size(), std::size_t{150});
        QCOMPARE(losses.back().epoch, 150);
        QVERIFY(losses.back().value < 0.3F * losses.front().value);
        QVERIFY(ensemble.takeLosses().empty());
    }

    void testThreadsDoNotMatterButSeedsDo()
    {
        const Sample known = sample(40, 4);
        const auto means = [&](std::uint64_t seed, int threads) {
            MlpEnsemble ensemble({}, Rng(seed), threads);
            ensemble.fit(known.features, known.accuracies, {});
            return ensemble.predict(known.features).mean;
        };
        QCOMPARE(means(1, 1), means(1, 3));
        QVERIFY(means(1, 1) != means(2, 1));
    }

    void testEqualAccuracies()
    {
        MlpEnsemble ensemble({}, Rng(1), 1);
        const Sample known = sample(10, 5);
        ensemble.fit(known.features, std::vector<double>(10, 80.0), {});
        for (const float mean : ensemble.predict(known.features).mean)
            QVERIFY(std::abs(mean - 80.0F) < 1.0F);
    }

    void testStop()
    {
        std::stop_source source;
        source.request_stop();
        MlpEnsemble ensemble({}, Rng(1), 2);
        const Sample known = sample(10, 6);
        QVERIFY_EXCEPTION_THROWN(ensemble.fit(known.features, known.accuracies, source.get_token()), Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestMlpEnsemble)
#include "tst_mlp_ensemble.moc"
