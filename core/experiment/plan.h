// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/fitting.h"
#include "core/search/search_settings.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace inverso {

/// A table of accuracies that a plan needs, described by its content instead of its place.
struct PlanBenchmark
{
    std::string name;                  ///< for people, e.g. "CIFAR-10"
    std::string space;                 ///< e.g. "nasbench201"
    std::vector<std::string> datasets; ///< possible names of the data set in tables; the first found is used
    std::string source;                ///< path or name of the table; empty: the first found that has the data set
    /// The names of the thesis for the figures of its evaluation; empty: none.
    std::string regressionFigure;
    std::string dataFigure;
    std::string sweepFigure;
};

/// A search that a plan runs on each of its benchmarks with each of its seeds: a row of a table.
struct PlanSearch
{
    std::string label;
    SearchSettings settings;             ///< not resolved, seed and threads unset
    std::vector<std::string> given;      ///< the ids of the settings that the plan states
    bool reference = false;              ///< the others are tested against it
    std::vector<std::string> benchmarks; ///< names; empty: all
};

/// A model fitted on random labels, its regression and its inversion measured.
struct EvaluationSettings : FitSettings
{
    int targets = 500; ///< drawn from the data's accuracies
};
/// All of them but the overrides, in the order in which results have them.
std::vector<SettingField> settingFields(EvaluationSettings& settings);

struct PlanEvaluation
{
    std::string label;
    EvaluationSettings settings;    ///< seed unset
    std::vector<std::string> given; ///< the ids of the settings that the plan states
};

/// Search curves that are drawn together.
struct PlanCurves
{
    std::string title;
    std::string benchmark;         ///< its name
    std::vector<std::string> rows; ///< labels of searches
};

/// What an experiment runs: searches and evaluations × benchmarks × seeds.
struct Plan
{
    std::string name;    ///< letters, digits, - and _
    std::string title;   ///< for people
    std::string printed; ///< the thesis' table that it is compared with, e.g. "Table 7"; empty: none
    int seeds = 10;      ///< seeds 0 … seeds − 1, unless set otherwise
    std::vector<std::string> notes;
    std::vector<PlanBenchmark> benchmarks;
    std::vector<PlanSearch> searches;
    std::vector<PlanEvaluation> evaluations;
    std::vector<PlanCurves> curves; ///< none: one drawing of all searches a benchmark
    std::string json;               ///< the text that it was read from, in one line
};

/// Reads a plan (JSON; the README of resources/plans has the keys). `name` stands for the file in errors. Throws Error
/// that says where: invalid JSON, an unknown key or value, a missing key. A method that this program does not have is
/// not an error.
Plan parsePlan(std::string_view json, const std::string& name);
/// Throws UsageError, which names the row: a setting that its method does not use, or an override that it does not
/// have. Results of version 0.1 may hold plans with those, so reading a plan does not check it.
void requireValid(const Plan& plan);
/// The names of the plans that are shipped: table1, table3 … table7 and figures of the thesis; peers, on the table that
/// is shipped.
std::vector<std::string> shippedPlans();
/// A shipped plan by its name, or any from its file. Throws UsageError when it is neither, Error as parsePlan().
Plan loadPlan(const std::string& nameOrPath);

} // namespace inverso
