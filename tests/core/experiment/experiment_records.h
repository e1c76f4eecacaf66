// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_record.h"
#include "core/session/settings_json.h"

#include <cmath>
#include <limits>

namespace inverso {

/// A small plan: two model-free searches on two data sets, of which the second is never there.
inline const char* smallPlan()
{
    return R"({"name": "small", "title": "A small plan", "printed": "Table 7", "seeds": 3,
        "benchmarks": [{"name": "CIFAR-10", "space": "nasbench201", "datasets": ["cifar10"]},
                       {"name": "CIFAR-100", "space": "nasbench201", "datasets": ["cifar100"]}],
        "searches": [{"label": "RS", "method": "rs", "budget": 12},
                     {"label": "LS", "method": "ls", "budget": 12, "reference": true},
                     {"label": "New", "method": "not-yet-written", "budget": 12}]})";
}

/// A finished search whose accuracies follow from its seed; `gain` is added to all.
inline SearchRecord searchRecord(const std::string& method, std::uint64_t seed, double gain = 0.0)
{
    SearchRecord record;
    SearchSettings settings;
    settings.method = method;
    settings.budget = 12;
    settings.seed = seed;
    record.settings = resolved(settings);
    record.key = {"nasbench201", "cifar10", "0123456789abcdef", "", toJson(record.settings)};
    record.program = "test";
    record.seconds = 1.25;
    record.decodes = {100, 10, 20, 9};
    for (int i = 0; i < 12; ++i)
        record.queries.push_back({"cell " + std::to_string(i), 60.0 + i + 0.37 * static_cast<double>(seed) + gain,
                                  50.0 + (i * 7) % 12, i / 5, std::numeric_limits<double>::quiet_NaN()});
    if (seed == 0)
        record.optimumQuery = 11;
    return record;
}

inline BenchmarkFacts benchmarkFacts()
{
    return {"table.csv", "nasbench201", "cifar10", "0123456789abcdef", 15625, 15625, 91.607, 94.1, 94.373};
}

inline PlanRecord planRecord(int seeds = 3)
{
    PlanRecord record;
    record.plan = parsePlan(smallPlan(), "small");
    record.program = "test";
    record.seeds = seeds;
    record.benchmarks = {benchmarkFacts(), {}};
    record.absent = {{"New", "", "this build has no method not-yet-written"}};
    return record;
}

} // namespace inverso
