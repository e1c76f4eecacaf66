// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/model/inn.h"
#include "tests/core/model/numeric_gradient.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace inverso;

namespace {

constexpr InnSettings small{.dimension = 6, .blocks = 2, .hiddenLayers = 2, .hiddenWidth = 7, .headGain = 1.0};

double largestDifference(const Matrix& a, const Matrix& b)
{
    double largest = 0.0;
    for (std::size_t i = 0; i < a.values.size(); ++i)
        largest = std::max(largest, static_cast<double>(std::abs(a.values[i] - b.values[i])));
    return largest;
}

/// Σ out·weights + Σ logDet·logDetWeights: a loss whose output gradient is known.
double forwardLoss(const Inn& network, const Matrix& x, const Matrix& weights, const std::vector<float>& logDetWeights)
{
    std::vector<float> logDet;
    const Matrix out = network.forward(x, nullptr, &logDet);
    double loss = 0.0;
    for (std::size_t i = 0; i < out.values.size(); ++i)
        loss += static_cast<double>(out.values[i]) * weights.values[i];
    for (std::size_t i = 0; i < logDet.size(); ++i)
        loss += static_cast<double>(logDet[i]) * logDetWeights[i];
    return loss;
}

double inverseLoss(const Inn& network, const Matrix& out, const Matrix& weights)
{
    const Matrix x = network.inverse(out);
    double loss = 0.0;
    for (std::size_t i = 0; i < x.values.size(); ++i)
        loss += static_cast<double>(x.values[i]) * weights.values[i];
    return loss;
}

} // namespace

class TestInn : public QObject
{
    Q_OBJECT

private slots:
    void testInverseIsExact_data()
    {
        QTest::addColumn<int>("dimension");
        QTest::addColumn<int>("hiddenLayers");
        QTest::addColumn<int>("width");
        QTest::newRow("thesis, NAS-Bench-201") << 128 << 4 << 128;
        QTest::newRow("thesis, NAS-Bench-101") << 112 << 4 << 128;
        QTest::newRow("default") << 128 << 2 << 64;
    }

    void testInverseIsExact()
    {
        QFETCH(int, dimension);
        QFETCH(int, hiddenLayers);
        QFETCH(int, width);
        const Inn network({dimension, 4, hiddenLayers, width, 1.0}, Rng(1));
        const Matrix x = randomMatrix(64, static_cast<std::size_t>(dimension), Rng(2));
        const Matrix out = network.forward(x);
        QVERIFY(largestDifference(out, x) > 0.1); // it does something
        QVERIFY(largestDifference(network.inverse(out), x) < 1e-4);
        // Through the inverse first, numbers may grow: the error is then to be small beside them.
        const Matrix back = network.inverse(x);
        const float largest =
            std::abs(*std::ranges::max_element(back.values, {}, [](float value) { return std::abs(value); }));
        QVERIFY(largestDifference(network.forward(back), x) < 1e-4 * std::max(1.0F, largest));
    }

    void testForwardGradient()
    {
        const std::vector<float> shiftScale = {1.0F, 0.3F, 1.0F, 0.5F, 2.0F, 1.0F};
        Inn network(small, shiftScale, Rng(3));
        Matrix x = randomMatrix(3, 6, Rng(4));
        const Matrix weights = randomMatrix(3, 6, Rng(5));
        const std::vector<float> logDetWeights = {0.7F, -0.4F, 1.1F};
        Inn::Tape tape;
        std::vector<float> logDet;
        (void)network.forward(x, &tape, &logDet);
        network.clearGradient();
        const Matrix dx = network.forwardGradient(tape, weights, logDetWeights);
        const auto loss = [&] { return forwardLoss(network, x, weights, logDetWeights); };
        compareGradients(dx.values, x.values, 1, loss);
        compareGradients(network.gradient(), network.parameters(), 5, loss);
    }

    void testInverseGradient()
    {
        Inn network(small, Rng(6));
        Matrix out = randomMatrix(3, 6, Rng(7));
        const Matrix weights = randomMatrix(3, 6, Rng(8));
        Inn::Tape tape;
        (void)network.inverse(out, &tape);
        network.clearGradient();
        const Matrix dOut = network.inverseGradient(tape, weights);
        const auto loss = [&] { return inverseLoss(network, out, weights); };
        compareGradients(dOut.values, out.values, 1, loss);
        compareGradients(network.gradient(), network.parameters(), 5, loss);
    }

    void testLogDeterminant()
    {
        // Against the determinant of a numeric Jacobian.
        const Inn network(small, Rng(9));
        Matrix x = randomMatrix(1, 6, Rng(10));
        std::vector<float> logDet;
        (void)network.forward(x, nullptr, &logDet);
        double jacobian[6][6];
        for (std::size_t j = 0; j < 6; ++j) {
            Matrix above = x;
            Matrix below = x;
            above(0, j) += 1e-2F;
            below(0, j) -= 1e-2F;
            const Matrix high = network.forward(above);
            const Matrix low = network.forward(below);
            for (std::size_t i = 0; i < 6; ++i)
                jacobian[i][j] = (high(0, i) - low(0, i)) / 2e-2;
        }
        double determinant = 1.0;
        for (int k = 0; k < 6; ++k) { // Gauss with row pivoting
            int pivot = k;
            for (int i = k + 1; i < 6; ++i)
                if (std::abs(jacobian[i][k]) > std::abs(jacobian[pivot][k]))
                    pivot = i;
            std::swap(jacobian[k], jacobian[pivot]);
            determinant *= std::abs(jacobian[k][k]);
            for (int i = k + 1; i < 6; ++i)
                for (int j = 5; j >= k; --j)
                    jacobian[i][j] -= jacobian[i][k] / jacobian[k][k] * jacobian[k][j];
        }
        QVERIFY(std::abs(std::log(determinant) - logDet[0]) < 2e-2);
    }

    void testSameSeedSameWeights()
    {
        const Inn a(small, Rng(11));
        const Inn b(small, Rng(11));
        const Inn c(small, Rng(12));
        QVERIFY(std::ranges::equal(a.parameters(), b.parameters()));
        QVERIFY(!std::ranges::equal(a.parameters(), c.parameters()));
    }

    void testRefusesOddDimension() { QVERIFY_THROWS_EXCEPTION(UsageError, Inn({.dimension = 7}, Rng(1))); }
};

QTEST_APPLESS_MAIN(TestInn)
#include "tst_inn.moc"
