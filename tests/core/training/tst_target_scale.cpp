// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/base/statistics.h"
#include "core/training/aligned_axes.h"
#include "core/training/target_scale.h"

#include <QtTest>

#include <array>
#include <cmath>

using namespace inverso;

class TestTargetScale : public QObject
{
    Q_OBJECT

private slots:
    void testRanksAloneGiveNormalScores()
    {
        const std::array accuracies = {10.0, 91.0, 80.0, 90.0};
        const TargetScale scale(1.0, accuracies);
        QVERIFY(std::abs(scale.toTarget(10.0) - normalQuantile(0.125)) < 1e-6);
        QVERIFY(std::abs(scale.toTarget(80.0) - normalQuantile(0.375)) < 1e-6);
        QVERIFY(std::abs(scale.toTarget(91.0) - normalQuantile(0.875)) < 1e-6);
        QVERIFY(std::abs(scale.toTarget(85.0) - 0.0) < 1e-6); // half way between the middle two
    }

    void testIsInvertedAndRises_data()
    {
        QTest::addColumn<double>("rankShare");
        for (const double share : {1.0, 0.6, 0.0})
            QTest::addRow("%g", share) << share;
    }

    void testIsInvertedAndRises()
    {
        QFETCH(double, rankShare);
        const std::array accuracies = {88.0, 89.0, 89.0, 90.0, 91.0, 91.3};
        const TargetScale scale(rankShare, accuracies);
        double previous = -1e9;
        for (double percent = 85.0; percent <= 93.0; percent += 0.25) {
            const double target = scale.toTarget(percent);
            QVERIFY(target > previous);
            previous = target;
            QVERIFY(std::abs(scale.toPercent(target) - percent) < 1e-4);
        }
        QVERIFY(scale.toTarget(92.0) > scale.toTarget(91.3)); // beyond the best label
        QVERIFY(scale.toPercent(100.0) <= 100.0);
        QVERIFY(scale.slope(0.0) > 0.0);
    }

    void testEqualLabels()
    {
        const std::array accuracies = {50.0, 50.0, 50.0};
        const TargetScale scale(1.0, accuracies);
        QVERIFY(std::abs(scale.toTarget(50.0)) < 1e-6);
        QVERIFY(std::abs(scale.toPercent(scale.toTarget(60.0)) - 60.0) < 1e-4);
    }

    void testWithoutRanksAccuraciesAreStandardised()
    {
        const std::array accuracies = {40.0, 50.0, 90.0};
        const TargetScale scale(0.0, accuracies);
        const double spread = standardDeviation(accuracies);
        for (const double percent : {40.0, 65.0, 90.0})
            QVERIFY(std::abs(scale.toTarget(percent) - (percent - 60.0) / spread) < 1e-6);
    }

    void testAMixKeepsTheWidthOfARangeThatFewReach()
    {
        // Two crowds far apart: by ranks alone what lies between them has hardly any room.
        std::vector<double> accuracies;
        for (int i = 0; i < 40; ++i)
            accuracies.push_back(10.0 + i * 1e-3);
        for (int i = 0; i < 360; ++i)
            accuracies.push_back(80.0 + i * 0.02);
        const auto room = [&](double share) {
            const TargetScale scale(share, accuracies);
            return scale.toTarget(80.0) - scale.toTarget(11.0);
        };
        const auto width = [&](double share) { // of all targets
            const TargetScale scale(share, accuracies);
            return scale.toTarget(87.0) - scale.toTarget(10.0);
        };
        QVERIFY(room(1.0) < 0.02 * width(1.0));
        QVERIFY(room(0.6) > 0.2 * width(0.6));
    }

    void testAlignedAxesFindALinearTarget()
    {
        // Codes are centred over the space; so are these: each comes with its mirror image.
        Rng rng(1);
        Matrix codes(40, 10);
        rng.fillNormal(codes.values);
        for (std::size_t i = 0; i < codes.rows; i += 2)
            for (std::size_t j = 0; j < codes.columns; ++j)
                codes(i + 1, j) = -codes(i, j);
        std::vector<float> targets;
        for (std::size_t i = 0; i < codes.rows; ++i)
            targets.push_back(0.5F + codes(i, 2) - 2.0F * codes(i, 7));
        const AlignedAxes axes(codes, targets, 1e-3);
        const Matrix aligned = axes.align(codes);
        const Matrix back = axes.restore(aligned);
        for (std::size_t i = 0; i < codes.rows; ++i) {
            QVERIFY(std::abs(aligned(i, 9) - targets[i]) < 0.05);
            for (std::size_t j = 0; j < codes.columns; ++j)
                QVERIFY(std::abs(back(i, j) - codes(i, j)) < 1e-4);
        }
    }

    void testAlignedAxesWithoutATrendChangeNothing()
    {
        Matrix codes(3, 4);
        Rng(2).fillNormal(codes.values);
        const std::array targets = {1.0F, 1.0F, 1.0F};
        const AlignedAxes axes(codes, targets, 1.0);
        const Matrix aligned = axes.align(codes);
        for (std::size_t i = 0; i < codes.values.size(); ++i)
            QCOMPARE(aligned.values[i], codes.values[i]);
    }
};

QTEST_APPLESS_MAIN(TestTargetScale)
#include "tst_target_scale.moc"
