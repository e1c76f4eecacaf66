// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

using namespace inverso;

class TestRandom : public QObject
{
    Q_OBJECT

private slots:
    void testSeedRepeats()
    {
        Rng a(7);
        Rng b(7);
        Rng other(8);
        QCOMPARE(a.next(), b.next());
        QVERIFY(a.next() != other.next());
    }

    void testSplitDoesNotAdvance()
    {
        const Rng parent(7);
        Rng used(7);
        used.next();
        QCOMPARE(parent.split("rs").next(), used.split("rs").next());
        QVERIFY(parent.split("rs").next() != parent.split("ls").next());
    }

    void testBelowIsUniform()
    {
        Rng rng(1);
        std::array<int, 5> counts{};
        for (int i = 0; i < 50000; ++i)
            ++counts[rng.below(5)];
        for (const int count : counts)
            QVERIFY(std::abs(count - 10000) < 450); // 5 standard deviations
    }

    void testNormalMoments()
    {
        Rng rng(2);
        double sum = 0.0;
        double squares = 0.0;
        constexpr int n = 40000;
        for (int i = 0; i < n; ++i) {
            const double x = rng.normal();
            sum += x;
            squares += x * x;
        }
        QVERIFY(std::abs(sum / n) < 5.0 / std::sqrt(n));
        QVERIFY(std::abs(squares / n - 1.0) < 5.0 * std::sqrt(2.0 / n));
    }

    void testSampleIsDistinctAndComplete()
    {
        Rng rng(3);
        const std::vector<std::uint32_t> all = rng.sample(100, 100);
        const std::set<std::uint32_t> distinct(all.begin(), all.end());
        QCOMPARE(distinct.size(), std::size_t{100});
        QCOMPARE(*distinct.rbegin(), 99U);
        QVERIFY(!std::ranges::is_sorted(all));
        QVERIFY(rng.sample(100, 0).empty());
    }

    void testGoesOnFromItsState()
    {
        Rng rng(5);
        rng.normal(); // the polar method makes two: the other one waits
        Rng other(99);
        other.setState(rng.state());
        QCOMPARE(other.state(), rng.state());
        for (int i = 0; i < 1000; ++i)
            QVERIFY(other.normal() == rng.normal());
        QCOMPARE(other.split("part").next(), rng.split("part").next()); // the seed, too
        for (const std::string& wrong : {std::string(), std::string("5 0 0 1 2 3"), std::string("no state")})
            COMPARE_CONTAINS(errorText([&] { other.setState(wrong); }), "cannot be read");
        QCOMPARE(other.next(), rng.next()); // and is as it was
    }
};

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"
