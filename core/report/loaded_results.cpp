// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/loaded_results.h"

#include <algorithm>
#include <tuple>

namespace inverso {

namespace {

/// Merges a later start of the same plan.
void merge(PlanRecord& known, PlanRecord later)
{
    if (known.plan.json != later.plan.json) {
        known = std::move(later); // the plan was changed: use the new one
        return;
    }
    known.seeds = std::max(known.seeds, later.seeds);
    for (std::size_t i = 0; i < known.benchmarks.size(); ++i)
        if (!later.benchmarks[i].hash.empty())
            known.benchmarks[i] = later.benchmarks[i];
    std::erase_if(known.absent, [&](const PlanRecord::Absent& absent) {
        return std::ranges::none_of(later.absent, [&](const PlanRecord::Absent& other) {
            return other.label == absent.label && other.benchmark == absent.benchmark;
        });
    });
}

/// Files may have been merged in any order, so the plans are sorted.
void sortPlans(std::vector<PlanRecord>& plans)
{
    const std::vector<std::string> shipped = shippedPlans();
    std::ranges::stable_sort(plans, {}, [&](const PlanRecord& record) {
        return std::tuple(std::ranges::find(shipped, record.plan.name) - shipped.begin(), record.plan.name);
    });
}

} // namespace

LoadedResults loadResults(const ResultStore& store)
{
    LoadedResults results;
    for (const std::string& line : store.lines("plan")) {
        PlanRecord record = planFromLine(line);
        const auto known =
            std::ranges::find(results.plans, record.plan.name, [](const PlanRecord& other) { return other.plan.name; });
        if (known == results.plans.end())
            results.plans.push_back(std::move(record));
        else
            merge(*known, std::move(record));
    }
    sortPlans(results.plans);
    for (const std::string& line : store.lines("search"))
        results.searches.push_back(searchFromLine(line));
    for (const std::string& line : store.lines("evaluation"))
        results.evaluations.push_back(evaluationFromLine(line));
    const auto bySeed = [](const auto& record) { return std::tuple(record.settings.seed, record.key.id()); };
    std::ranges::sort(results.searches, {}, bySeed);
    std::ranges::sort(results.evaluations, {}, bySeed);
    const auto note = [&](const std::string& program) {
        if (std::ranges::find(results.programs, program) == results.programs.end())
            results.programs.push_back(program);
    };
    for (const SearchRecord& record : results.searches)
        note(record.program);
    for (const EvaluationRecord& record : results.evaluations)
        note(record.program);
    std::ranges::sort(results.programs);
    return results;
}

} // namespace inverso
