// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/comparison.h"

#include "core/base/error.h"
#include "core/base/statistics.h"
#include "core/session/settings_json.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace inverso {

namespace {

constexpr double sameBudget = 0.05;

bool isKnownMethod(const std::string& name)
{
    return std::ranges::any_of(searchMethods(), [&](const MethodInfo& method) { return method.name == name; });
}

// Settings that the plan leaves to an unknown method have the values of the run.
void takeIfUnset(int& value, int unset, int ofRun)
{
    if (value == unset)
        value = ofRun;
}

} // namespace

int SeedResults::atOptimum() const
{
    return static_cast<int>(std::ranges::count_if(optimumQueries, [](const auto& one) { return one.has_value(); }));
}

SeedResults seedResults(const std::vector<const SearchRecord*>& runs)
{
    SeedResults results;
    for (const SearchRecord* run : runs) {
        const auto best = std::ranges::max_element(run->queries, {}, &RecordedQuery::valid);
        if (best == run->queries.end())
            continue;
        double maxTest = std::numeric_limits<double>::quiet_NaN();
        std::vector<double>& curve = results.curves.emplace_back();
        for (const RecordedQuery& query : run->queries) {
            maxTest = std::fmax(maxTest, query.test); // fmax ignores NaN
            curve.push_back(curve.empty() ? query.valid : std::max(curve.back(), query.valid));
        }
        results.seeds.push_back(run->settings.seed);
        results.bestValid.push_back(best->valid);
        results.testOfBest.push_back(best->test);
        results.maxTest.push_back(maxTest);
        results.seconds.push_back(run->seconds);
        results.optimumQueries.push_back(run->optimumQuery);
        results.decodes += run->decodes;
    }
    return results;
}

bool isRunOf(const SearchRecord& run, const PlanSearch& search)
{
    if (run.settings.method != search.settings.method || run.settings.budget != search.settings.budget)
        return false;
    SearchSettings settings = search.settings;
    if (isKnownMethod(settings.method)) {
        try {
            settings = resolved(settings);
        } catch (const UsageError&) {
            return false; // this program does not accept the settings
        }
    } else {
        takeIfUnset(settings.initialTraining, 0, run.settings.initialTraining);
        takeIfUnset(settings.initialValidation, -1, run.settings.initialValidation);
        takeIfUnset(settings.topK, 0, run.settings.topK);
        takeIfUnset(settings.candidates, 0, run.settings.candidates);
    }
    settings.seed = run.settings.seed;
    return toJson(settings) == toJson(run.settings);
}

bool isRunOf(const EvaluationRecord& run, const PlanEvaluation& evaluation)
{
    EvaluationSettings settings = evaluation.settings;
    settings.seed = run.settings.seed;
    return toJson(settings) == toJson(run.settings);
}

std::optional<double> reachedQuantile(const std::vector<std::optional<int>>& values, double p)
{
    std::vector<double> reached;
    for (const auto& value : values)
        if (value)
            reached.push_back(*value);
    std::ranges::sort(reached);
    if (values.empty())
        return std::nullopt;
    const double place = p * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const double share = place - static_cast<double>(below);
    const std::size_t above = share > 0.0 ? below + 1 : below;
    if (above >= reached.size())
        return std::nullopt;
    return reached[below] + share * (reached[above] - reached[below]);
}

CurveBand curveBand(const std::vector<std::vector<double>>& curves)
{
    CurveBand band;
    std::size_t longest = 0;
    for (const auto& curve : curves)
        longest = std::max(longest, curve.size());
    std::vector<double> column(curves.size());
    for (std::size_t i = 0; i < longest; ++i) {
        std::ranges::transform(curves, column.begin(),
                               [i](const auto& curve) { return curve[std::min(i, curve.size() - 1)]; });
        band.mean.push_back(mean(column));
        band.deviation.push_back(standardDeviation(column));
    }
    return band;
}

std::vector<PairedComparison> comparePairs(const std::vector<ComparedRow>& rows)
{
    const bool all = std::ranges::none_of(rows, &ComparedRow::reference);
    std::vector<PairedComparison> comparisons;
    std::vector<double> p;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = i + 1; j < rows.size(); ++j) {
            const bool comparable =
                std::abs(rows[i].budget - rows[j].budget) <= sameBudget * std::max(rows[i].budget, rows[j].budget);
            if (!comparable || !(all || rows[i].reference || rows[j].reference))
                continue;
            // The reference is first, so that a positive difference means that it is better.
            const bool swap = !rows[i].reference && rows[j].reference;
            PairedComparison one{swap ? j : i, swap ? i : j, {}, {}, 1.0};
            std::vector<double> a;
            std::vector<double> b;
            const SeedResults& first = *rows[one.first].results;
            const SeedResults& second = *rows[one.second].results;
            for (std::size_t s = 0; s < first.seeds.size(); ++s) {
                const auto other = std::ranges::find(second.seeds, first.seeds[s]);
                if (other == second.seeds.end())
                    continue;
                a.push_back(first.bestValid[s]);
                b.push_back(second.bestValid[static_cast<std::size_t>(other - second.seeds.begin())]);
                one.differences.push_back(a.back() - b.back());
            }
            if (a.size() < 2)
                continue;
            one.test = signedRank(a, b);
            p.push_back(one.test.p);
            comparisons.push_back(std::move(one));
        }
    }
    const std::vector<double> adjusted = holmAdjusted(p);
    for (std::size_t i = 0; i < comparisons.size(); ++i)
        comparisons[i].adjusted = adjusted[i];
    return comparisons;
}

} // namespace inverso
