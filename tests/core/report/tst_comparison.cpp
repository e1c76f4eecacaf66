// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison.h"
#include "tests/core/experiment/experiment_records.h"

#include <QtTest>

using namespace inverso;

namespace {

SeedResults resultsOf(const std::vector<SearchRecord>& records)
{
    std::vector<const SearchRecord*> pointers;
    for (const SearchRecord& record : records)
        pointers.push_back(&record);
    return seedResults(pointers);
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private slots:
    void testBothTestConventions()
    {
        SearchRecord record = searchRecord("ls", 0);
        record.queries = {
            {"a", 80.0, 79.0, 0, 0.0}, {"b", 90.0, 85.0, 0, 0.0}, {"c", 85.0, 88.0, 1, 0.0}, {"d", 90.0, 70.0, 1, 0.0}};
        const SeedResults results = resultsOf({record});
        QCOMPARE(results.bestValid, std::vector{90.0});
        QCOMPARE(results.testOfBest, std::vector{85.0}); // the first among equals
        QCOMPARE(results.maxTest, std::vector{88.0});
        QCOMPARE(results.curves[0], (std::vector{80.0, 90.0, 90.0, 90.0}));
    }

    void testQuantileOfWhatIsNotReached()
    {
        const std::optional<int> none;
        QCOMPARE(reachedQuantile({10, 20, 30}, 0.5), std::optional(20.0));
        QCOMPARE(reachedQuantile({30, 10, none}, 0.5), std::optional(30.0));
        QCOMPARE(reachedQuantile({10, none, none}, 0.5), std::optional<double>());
        QCOMPARE(reachedQuantile({10, 20}, 0.5), std::optional(15.0));
        QCOMPARE(reachedQuantile({10, none}, 0.5), std::optional<double>()); // halfway to never is never
        QCOMPARE(reachedQuantile({10, 20, 30, 40, 50, 60, 70, 80, 90, 100, none}, 0.9), std::optional(100.0));
        QCOMPARE(reachedQuantile({}, 0.5), std::optional<double>());
    }

    void testBandKeepsTheLastValue()
    {
        const CurveBand band = curveBand({{1.0, 3.0}, {3.0, 3.0, 5.0}});
        QCOMPARE(band.mean, (std::vector{2.0, 3.0, 4.0}));
        QCOMPARE(band.deviation[1], 0.0);
        QCOMPARE(band.deviation[2], std::sqrt(2.0));
    }

    void testRunsFindTheirRow()
    {
        const Plan plan = parsePlan(smallPlan(), "small");
        const SearchRecord run = searchRecord("ls", 7);
        QVERIFY(isRunOf(run, plan.searches[1]));
        QVERIFY(!isRunOf(run, plan.searches[0]));
        PlanSearch other = plan.searches[1];
        other.settings.topK = 3;
        QVERIFY(!isRunOf(run, other));
        other = plan.searches[1];
        other.settings.budget = 13;
        QVERIFY(!isRunOf(run, other));
    }

    // Merged from a machine whose program has more methods.
    void testRunsOfAnUnknownMethodFindTheirRow()
    {
        const Plan plan = parsePlan(smallPlan(), "small");
        SearchRecord run = searchRecord("ls", 7);
        run.settings.method = "not-yet-written";
        run.settings.initialTraining = 16;
        run.settings.candidates = 7;
        PlanSearch row = plan.searches[2];
        QVERIFY(isRunOf(run, row));
        row.settings.candidates = 8;
        QVERIFY(!isRunOf(run, row));
        row.settings.candidates = 7;
        QVERIFY(isRunOf(run, row));
    }

    void testPairs()
    {
        std::vector<SearchRecord> better;
        std::vector<SearchRecord> worse;
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            better.push_back(searchRecord("ls", seed, 1.0 + 0.1 * static_cast<double>(seed)));
            if (seed != 4)
                worse.push_back(searchRecord("rs", seed));
        }
        const SeedResults a = resultsOf(better);
        const SeedResults b = resultsOf(worse);
        const SeedResults few = resultsOf({searchRecord("re", 3)});
        // The reference comes first, budgets far apart and single seeds do not compare.
        const auto pairs = comparePairs({{192, false, &b}, {190, true, &a}, {300, false, &b}, {190, false, &few}});
        QCOMPARE(pairs.size(), std::size_t(1));
        QCOMPARE(pairs[0].first, std::size_t(1));
        QCOMPARE(pairs[0].second, std::size_t(0));
        QCOMPARE(pairs[0].differences.size(), std::size_t(9));
        QVERIFY(pairs[0].differences[0] > 0.0);
        QCOMPARE(pairs[0].test.p, 2.0 / 512.0);
        QCOMPARE(comparePairs({{192, false, &b}, {190, false, &a}, {192, false, &b}}).size(), std::size_t(3));
        QCOMPARE(comparePairs({{192, false, &b}, {190, true, &a}, {192, false, &b}}).size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
