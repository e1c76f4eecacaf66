// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/gaussian_policy.h"

#include <QtTest>

#include <cmath>

using namespace inverso;

namespace {

constexpr std::size_t axes = 3;

/// Mean distance to (1, 1, 1) of the points of a walk, learnt from if `learns`.
double walk(GaussianPolicy& policy, bool learns)
{
    std::vector<double> rewards;
    std::vector<float> state(axes, 0.0F);
    policy.begin();
    for (int i = 0; i < 16; ++i) {
        state = policy.act(state);
        double distance = 0.0;
        for (const float value : state)
            distance += (value - 1.0) * (value - 1.0);
        rewards.push_back(-std::sqrt(distance));
    }
    double mean = 0.0;
    for (const double reward : rewards)
        mean += reward / static_cast<double>(rewards.size());
    if (learns) {
        std::vector<double> advantages;
        for (const double reward : rewards)
            advantages.push_back(reward - mean);
        policy.learn(advantages);
    }
    return -mean;
}

} // namespace

class TestGaussianPolicy : public QObject
{
    Q_OBJECT

private slots:
    void testLearnsWhereTheRewardIs()
    {
        GaussianPolicy policy({.hidden = 16, .deviation = 0.3}, axes, Rng(1));
        double before = 0.0;
        double after = 0.0;
        for (int i = 0; i < 10; ++i)
            before += walk(policy, false);
        for (int i = 0; i < 150; ++i)
            walk(policy, true);
        for (int i = 0; i < 10; ++i)
            after += walk(policy, false);
        QVERIFY2(after < 0.6 * before, qPrintable(QStringLiteral("%1, then %2").arg(before).arg(after)));
    }

    void testDrawsAroundItsMean()
    {
        const auto spread = [](double deviation) {
            GaussianPolicy policy({.hidden = 4, .deviation = deviation}, axes, Rng(2));
            double squares = 0.0;
            const std::vector<float> state(axes, 0.5F);
            for (int i = 0; i < 200; ++i) {
                policy.begin(); // without memory the mean is always the same
                const auto first = policy.act(state);
                policy.begin();
                const auto second = policy.act(state);
                for (std::size_t j = 0; j < axes; ++j)
                    squares += (first[j] - second[j]) * (first[j] - second[j]);
            }
            return std::sqrt(squares / (2.0 * 200.0 * axes));
        };
        QVERIFY(std::abs(spread(1.0) - 1.0) < 0.1);
        QVERIFY(std::abs(spread(0.2) - 0.2) < 0.02);
    }

    void testSeed()
    {
        const auto point = [](std::uint64_t seed) {
            GaussianPolicy policy({}, axes, Rng(seed));
            walk(policy, true);
            policy.begin();
            return policy.act(std::vector<float>(axes, 0.0F));
        };
        QCOMPARE(point(1), point(1));
        QVERIFY(point(1) != point(2));
    }

    void testMoreAdvantagesThanPoints()
    {
        GaussianPolicy policy({}, axes, Rng(1));
        policy.begin();
        policy.act(std::vector<float>(axes, 0.0F));
        QVERIFY_EXCEPTION_THROWN(policy.learn(std::vector<double>{1.0, 1.0}), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(policy.learn(std::vector<double>{}), std::logic_error);
    }
};

QTEST_APPLESS_MAIN(TestGaussianPolicy)
#include "tst_gaussian_policy.moc"
