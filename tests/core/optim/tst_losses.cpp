// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/optim/losses.h"

#include <QtTest>

#include <array>
#include <cmath>

using namespace inverso;

namespace {

Matrix randomMatrix(std::size_t rows, std::size_t columns, Rng rng)
{
    Matrix matrix(rows, columns);
    rng.fillNormal(matrix.values);
    return matrix;
}

template <typename Loss> double numericGradient(float& value, Loss loss)
{
    const float kept = value;
    const float step = 1e-2F;
    value = kept + step;
    const double above = loss();
    value = kept - step;
    const double below = loss();
    value = kept;
    return (above - below) / (2.0 * step);
}

constexpr std::array bandwidths = {0.3, 0.9, 2.0};

} // namespace

class TestLosses : public QObject
{
    Q_OBJECT

private slots:
    void testDiscrepancyGradient()
    {
        Matrix sample = randomMatrix(5, 4, Rng(1));
        const Matrix reference = randomMatrix(5, 4, Rng(2));
        const auto loss = [&] { return maximumMeanDiscrepancy(sample, reference, bandwidths, 4).value; };
        const Matrix gradient = maximumMeanDiscrepancy(sample, reference, bandwidths, 4).gradient;
        for (std::size_t i = 0; i < sample.values.size(); ++i) {
            const double numeric = numericGradient(sample.values[i], loss);
            QVERIFY2(std::abs(gradient.values[i] - numeric) < 1e-3 + 0.02 * std::abs(numeric),
                     qPrintable(QString::number(i)));
        }
    }

    void testDiscrepancyHoldsAccuracyFixed()
    {
        const LossGradient loss =
            maximumMeanDiscrepancy(randomMatrix(6, 4, Rng(3)), randomMatrix(6, 4, Rng(4)), bandwidths, 3);
        double moved = 0.0;
        for (std::size_t i = 0; i < 6; ++i) {
            QCOMPARE(loss.gradient(i, 3), 0.0F);
            moved += std::abs(loss.gradient(i, 0));
        }
        QVERIFY(moved > 0.0);
    }

    void testDiscrepancyTellsSamplesApart()
    {
        const Matrix normal = randomMatrix(256, 3, Rng(5));
        Matrix shifted = randomMatrix(256, 3, Rng(6));
        const double same = maximumMeanDiscrepancy(shifted, normal, bandwidths, 3).value;
        for (float& value : shifted.values)
            value += 1.0F;
        const double different = maximumMeanDiscrepancy(shifted, normal, bandwidths, 3).value;
        QVERIFY(different > 5 * same);
        QVERIFY(std::abs(maximumMeanDiscrepancy(normal, normal, bandwidths, 3).value) < 1e-9);
    }

    void testRankWeightsFollowTheEquation()
    {
        // Eq. 10, 11 with k = 0.1 and |B| = 4: 1/(0.4 + number of better ones); equal labels share a rank.
        const std::array labels = {0.5F, 0.9F, 0.5F, 0.1F};
        const auto weights = rankWeights(labels, 0.1);
        QCOMPARE(weights[1], static_cast<float>(1 / 0.4));
        QCOMPARE(weights[0], static_cast<float>(1 / 1.4));
        QCOMPARE(weights[2], static_cast<float>(1 / 1.4));
        QCOMPARE(weights[3], static_cast<float>(1 / 3.4));
    }

    void testWeightedSquaredError()
    {
        Matrix output = randomMatrix(3, 2, Rng(7));
        const Matrix target = randomMatrix(3, 2, Rng(8));
        const std::array weights = {2.0F, 0.5F, 1.0F};
        for (const bool weighted : {false, true}) {
            const std::span<const float> used = weighted ? std::span<const float>(weights) : std::span<const float>();
            double expected = 0.0;
            for (std::size_t i = 0; i < 3; ++i) {
                const double square =
                    std::pow(output(i, 0) - target(i, 0), 2) + std::pow(output(i, 1) - target(i, 1), 2);
                expected += (weighted ? weights[i] : 1.0 / 3) * square / 2;
            }
            const LossGradient loss = weightedSquaredError(output, target, used);
            QVERIFY(std::abs(loss.value - expected) < 1e-6);
            for (std::size_t i = 0; i < 6; ++i) {
                const double numeric =
                    numericGradient(output.values[i], [&] { return weightedSquaredError(output, target, used).value; });
                QVERIFY(std::abs(loss.gradient.values[i] - numeric) < 1e-3);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestLosses)
#include "tst_losses.moc"
