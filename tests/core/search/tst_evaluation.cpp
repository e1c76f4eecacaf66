// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/model/latent_space.h"
#include "core/model/weights.h"
#include "core/search/evaluation.h"
#include "tests/core/base/error_text.h"
#include "tests/core/benchmark/synthetic_benchmark.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace inverso;

namespace {

/// A model that knows the truth up to a constant, and inverts by looking it up: what is measured is known.
class ShiftedModel : public AccuracyModel
{
public:
    [[nodiscard]] std::vector<Prediction> predict(std::span<const CellIndex> cells) const override
    {
        std::vector<Prediction> predictions;
        for (const CellIndex cell : cells)
            predictions.push_back({static_cast<float>(truth(cell)) + 1.0F, 0.0F});
        return predictions;
    }
    [[nodiscard]] std::vector<Prediction> predictAll() const override { return {}; }
    [[nodiscard]] Inversion invert(double target, const InversionSettings&, Rng&, std::stop_token) const override
    {
        // The cell half a point above the target, and an invalid decode.
        const auto cell = static_cast<CellIndex>(std::lround((target + 0.5 - 10.0) / 0.005));
        ++m_inversions;
        return {{{cell, static_cast<float>(target), static_cast<float>(target), false}}, 4, 1, 0};
    }
    static double truth(CellIndex cell) { return 10.0 + 0.005 * cell; }
    [[nodiscard]] int inversions() const { return m_inversions; }

private:
    mutable int m_inversions = 0;
};

} // namespace

class TestEvaluation : public QObject
{
    Q_OBJECT

private:
    SyntheticBenchmark m_benchmark{ShiftedModel::truth, [](CellIndex cell) { return cell <= 15000; }};

private slots:
    void testRegressionMetrics()
    {
        const std::vector<CellIndex> cells = {5, 100, 7000, 15000, 15600};
        const auto result = evaluateRegression(ShiftedModel(), m_benchmark, cells);
        QCOMPARE(result.points.size(), std::size_t(4)); // one is not known
        QVERIFY(std::abs(result.rmse - 1.0) < 1e-4);
        QCOMPARE(result.spearman, 1.0);
        QCOMPARE(result.kendall, 1.0);
    }

    void testInversionMetrics()
    {
        FittedModel fitted;
        fitted.model = std::make_shared<ShiftedModel>();
        const auto data = evaluateInversionOnData(fitted, m_benchmark, 50, 1, {}, {});
        QVERIFY(std::abs(data.mean - 0.5) < 0.01 && std::abs(data.median - 0.5) < 0.01);
        QCOMPARE(data.invalidShare, 0.25);
        QVERIFY(data.bestPossible < 1e-6);
        QVERIFY(data.distinctShare > 0.9);
        const auto sweep = evaluateInversionSweep(fitted, m_benchmark, 1, {}, {});
        QCOMPARE(sweep.rangeLow, 10.0);
        QCOMPARE(sweep.rangeHigh, 85.0);
        QVERIFY(sweep.points.size() >= 149); // 10, 10.5 … 85 but for targets whose cell is unknown
        QVERIFY(std::abs(sweep.mean - 0.5) < 0.01);
        for (const InversionPoint& point : sweep.points)
            QVERIFY(std::abs(point.truth - point.target - 0.5F) < 0.01F);
    }

    // It ends at 1 with the last inversion, and comes there in equal steps.
    void testProgressOfInversion()
    {
        const auto model = std::make_shared<ShiftedModel>();
        FittedModel fitted;
        fitted.model = model;
        std::vector<double> fractions;
        std::vector<int> inversions;
        const auto progress = [&](const Progress& reached) {
            fractions.push_back(reached.fraction);
            inversions.push_back(model->inversions());
        };
        (void)evaluateInversionOnData(fitted, m_benchmark, 50, 1, progress, {});
        const int all = model->inversions();
        QVERIFY(!fractions.empty());
        for (std::size_t i = 0; i < fractions.size(); ++i)
            QCOMPARE(fractions[i], static_cast<double>(inversions[i]) / all);
        QCOMPARE(fractions.back(), 1.0);
    }

    void testSplitIsDisjointAndSeeded()
    {
        const auto latents = LatentSpace::load(findWeights("nasbench201", "default"));
        FitSettings settings;
        settings.training = 40;
        settings.validation = 10;
        settings.seed = 3;
        settings.model.overrides = {{"first_steps", "5"}};
        const FittedModel a = fitOnRandomLabels(settings, m_benchmark, latents, {}, {});
        const FittedModel b = fitOnRandomLabels(settings, m_benchmark, latents, {}, {});
        QCOMPARE(a.training.size(), std::size_t(40));
        QCOMPARE(a.validation.size(), std::size_t(10));
        QCOMPARE(a.test.size(), std::size_t(1500));
        QCOMPARE(a.training, b.training);
        std::set<CellIndex> all(a.training.begin(), a.training.end());
        all.insert(a.validation.begin(), a.validation.end());
        all.insert(a.test.begin(), a.test.end());
        QCOMPARE(all.size(), std::size_t(1550));
        QVERIFY(*all.rbegin() <= 15000);
        settings.training = 14000;
        COMPARE_CONTAINS(
            errorText<UsageError>([&] { (void)fitOnRandomLabels(settings, m_benchmark, latents, {}, {}); }), "15001");
    }
};

QTEST_GUILESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"
