// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/adam.h"
#include "core/optim/schedule.h"
#include "core/optim/state_archive.h"

#include <QtTest>

#include <array>
#include <cmath>

using namespace inverso;

class TestSchedule : public QObject
{
    Q_OBJECT

private slots:
    void testPlateauCutsTheRateAndStops()
    {
        PlateauSchedule schedule({1e-3, 0.1, 2, 1e-5, 5});
        QVERIFY(schedule.observe(1.0));
        QVERIFY(schedule.observe(0.5));
        QVERIFY(!schedule.observe(0.6));
        QCOMPARE(schedule.rate(), 1e-3);
        QVERIFY(!schedule.observe(0.6));
        QVERIFY(std::abs(schedule.rate() - 1e-4) < 1e-12);
        QVERIFY(schedule.observe(0.4)); // better again: both counts start anew
        for (int i = 0; i < 4; ++i)
            QVERIFY(!schedule.observe(0.4));
        QVERIFY(!schedule.finished());
        QVERIFY(!schedule.observe(0.4));
        QVERIFY(schedule.finished());
        QVERIFY(schedule.rate() >= 1e-5);
    }

    void testRateNeverFallsBelowTheLowest()
    {
        PlateauSchedule schedule({1e-3, 0.1, 1, 1e-5, 100});
        schedule.observe(1.0);
        for (int i = 0; i < 10; ++i)
            schedule.observe(2.0);
        QCOMPARE(schedule.rate(), 1e-5);
    }

    void testWarmupCosine()
    {
        const WarmupCosine schedule{1.0, 10, 110, 0.1};
        QCOMPARE(schedule.rate(4), 0.5);
        QCOMPARE(schedule.rate(10), 1.0);
        QVERIFY(std::abs(schedule.rate(60) - 0.55) < 1e-9);
        QVERIFY(std::abs(schedule.rate(110) - 0.1) < 1e-9);
        QVERIFY(std::abs(schedule.rate(1000) - 0.1) < 1e-9);
    }

    void testAdamFollowsTheFormula()
    {
        // Two steps of the published update by hand, with decoupled decay.
        std::array x = {1.0F};
        Adam adam(1, 0.1);
        double first = 0.0;
        double second = 0.0;
        double expected = 1.0;
        for (int t = 1; t <= 2; ++t) {
            const double gradient = 0.5 * t;
            first = 0.9 * first + 0.1 * gradient;
            second = 0.999 * second + 0.001 * gradient * gradient;
            const double step = first / (1 - std::pow(0.9, t)) / (std::sqrt(second / (1 - std::pow(0.999, t))) + 1e-7);
            expected -= 0.01 * step + 0.01 * 0.1 * expected;
            const std::array g = {static_cast<float>(gradient)};
            adam.step(x, g, 0.01);
        }
        QVERIFY(std::abs(x[0] - expected) < 1e-5);
    }

    void testMomentsOfADeadUnitFadeToZero()
    {
        // 0.9 of the smallest numbers rounds to themselves: kept, the average would stay among them, where arithmetic
        // is slow.
        std::array x = {1.0F};
        Adam adam(1);
        for (int t = 0; t < 2000; ++t)
            adam.step(x, std::array{t == 0 ? 1.0F : 0.0F}, 0.01);
        StateArchive archive;
        adam.exchange(archive, "adam");
        QCOMPARE(archive.stored().tensors.at("adam.first").values.at(0), 0.0F);
        QVERIFY(archive.stored().tensors.at("adam.second").values.at(0) > 1e-4F);
        // And the arithmetic of the thread is as it was.
        volatile float small = 1e-38F;
        QVERIFY(small / 8.0F > 0.0F);
    }
};

QTEST_APPLESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
