// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/statistics.h"
#include "core/training/bayesian_regression.h"
#include "tests/core/model/numeric_gradient.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <numbers>

using namespace inverso;

namespace {

/// Two features of five points, and targets near 2·a − b.
struct Data
{
    Matrix features{5, 2};
    std::vector<double> targets{2.1, -1.2, 0.9, 3.9, -2.9};

    Data() { features.values = {1.0F, 0.0F, 0.0F, 1.0F, 1.0F, 1.0F, 2.0F, 0.0F, 0.0F, 3.0F}; }
};

/// α I + β ΘᵀΘ, by hand: [a b; b d].
std::array<double, 3> precisionOf(const Matrix& theta, const Precisions& p)
{
    std::array<double, 3> k{p.weights, 0.0, p.weights};
    for (std::size_t i = 0; i < theta.rows; ++i) {
        k[0] += p.noise * theta(i, 0) * theta(i, 0);
        k[1] += p.noise * theta(i, 0) * theta(i, 1);
        k[2] += p.noise * theta(i, 1) * theta(i, 1);
    }
    return k;
}

/// log N(y; 0, ΘΘᵀ/α + I/β), the evidence by its definition, by way of a Cholesky decomposition.
double logDensity(const Data& data, const Precisions& p)
{
    const std::size_t n = data.targets.size();
    std::vector<double> l(n * n);
    double sum = -0.5 * static_cast<double>(n) * std::log(2.0 * std::numbers::pi);
    std::vector<double> z(n);
    for (std::size_t i = 0; i < n; ++i) {
        double solved = data.targets[i];
        for (std::size_t j = 0; j <= i; ++j) {
            double value = i == j ? 1.0 / p.noise : 0.0;
            for (std::size_t c = 0; c < data.features.columns; ++c)
                value += data.features(i, c) * data.features(j, c) / p.weights;
            for (std::size_t m = 0; m < j; ++m)
                value -= l[i * n + m] * l[j * n + m];
            l[i * n + j] = i == j ? std::sqrt(value) : value / l[j * n + j];
            if (j < i)
                solved -= l[i * n + j] * z[j];
        }
        z[i] = solved / l[i * n + i];
        sum -= std::log(l[i * n + i]) + 0.5 * z[i] * z[i];
    }
    return sum;
}

} // namespace

class TestBayesianRegression : public QObject
{
    Q_OBJECT

private slots:
    void testPosteriorInClosedForm()
    {
        const Data data;
        const Precisions p{0.5, 4.0};
        const BayesianRegression regression(data.features, data.targets, p);
        const auto [a, b, d] = precisionOf(data.features, p);
        const double determinant = a * d - b * b;
        double right0 = 0.0; // β Θᵀ y
        double right1 = 0.0;
        for (std::size_t i = 0; i < data.targets.size(); ++i) {
            right0 += p.noise * data.features(i, 0) * data.targets[i];
            right1 += p.noise * data.features(i, 1) * data.targets[i];
        }
        const double weight0 = (d * right0 - b * right1) / determinant;
        const double weight1 = (a * right1 - b * right0) / determinant;
        Matrix point(1, 2);
        point.values = {0.7F, -1.3F};
        const double x = point.values[0];
        const double y = point.values[1];
        const double variance = 1.0 / p.noise + (d * x * x - 2.0 * b * x * y + a * y * y) / determinant;
        const auto posterior = regression.predict(point);
        QVERIFY(std::abs(posterior.mean[0] - (weight0 * x + weight1 * y)) < 1e-5);
        QVERIFY(std::abs(posterior.deviation[0] - std::sqrt(variance)) < 1e-5);
    }

    void testEvidenceIsTheDensityOfTheTargets()
    {
        const Data data;
        for (const Precisions& p : {Precisions{0.5, 4.0}, {2.0, 0.3}, {0.01, 100.0}}) {
            const BayesianRegression regression(data.features, data.targets, p);
            QVERIFY(std::abs(regression.logEvidence() - logDensity(data, p)) < 1e-6);
        }
    }

    void testPrecisionsOfTheHighestEvidence()
    {
        const Data data;
        const BayesianRegression regression(data.features, data.targets);
        const Precisions best = regression.precisions();
        QCOMPARE(regression.logEvidence(), BayesianRegression(data.features, data.targets, best).logEvidence());
        for (const double factor : {0.5, 0.9, 1.1, 2.0}) {
            QVERIFY(logDensity(data, {best.weights * factor, best.noise}) < regression.logEvidence());
            QVERIFY(logDensity(data, {best.weights, best.noise * factor}) < regression.logEvidence());
        }
    }

    // Fewer points than features, none of them informative in one direction.
    void testMoreFeaturesThanPoints()
    {
        const Matrix features = randomMatrix(6, 20, Rng(1));
        std::vector<double> targets;
        for (std::size_t i = 0; i < features.rows; ++i)
            targets.push_back(features(i, 0));
        const BayesianRegression regression(features, targets);
        const auto known = regression.predict(features);
        const auto other = regression.predict(randomMatrix(50, 20, Rng(2)));
        QVERIFY(std::ranges::max(known.deviation)
                < median(std::vector<double>(other.deviation.begin(), other.deviation.end())));
        QVERIFY(std::isfinite(regression.logEvidence()));
    }
};

QTEST_APPLESS_MAIN(TestBayesianRegression)
#include "tst_bayesian_regression.moc"
