// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/plan.h"
#include "core/model/decodes.h"
#include "core/search/strategy.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inverso {

/// Facts about a table at the time when a plan ran on it, so that a report can be written without the table.
struct BenchmarkFacts
{
    std::string source; ///< the file's name, without its folder
    std::string space;
    std::string dataset;
    std::string hash;           ///< contentHash()
    std::size_t cells = 0;      ///< that it knows
    std::size_t spaceCells = 0; ///< that the space has
    double bestValid = 0.0;     ///< percent; 0: not known
    double testOfBest = 0.0;    ///< of the cell with the best validation accuracy
    double maxTest = 0.0;       ///< of any cell

    [[nodiscard]] bool isWhole() const { return cells == spaceCells; }
};

/// The inputs of a run. Two runs with equal keys have equal results.
struct RunKey
{
    std::string space;
    std::string dataset;
    std::string benchmarkHash;
    std::string weightsHash; ///< empty: no model
    std::string settings;    ///< JSON, resolved, with the seed

    /// 16 hexadecimal digits.
    [[nodiscard]] std::string id() const;
};

/// A query as it is reported.
struct RecordedQuery
{
    std::string cell;
    double valid = 0.0; ///< percent
    double test = 0.0;  ///< percent; NaN where the table has none
    int round = 0;
    double predicted = 0.0; ///< percent; NaN: no model
};

/// A finished search.
struct SearchRecord
{
    RunKey key;
    std::string program; ///< version that ran it
    SearchSettings settings;
    std::vector<RecordedQuery> queries;
    std::optional<int> optimumQuery; ///< the first that reached the table's best validation accuracy
    Decodes decodes;
    PhaseSeconds phases;
    double seconds = 0.0;
};

/// Points of a scatter, percent.
struct RecordedPoints
{
    std::vector<double> x;
    std::vector<double> y;
};

/// Re-simulation errors, points; shares 0…1.
struct RecordedInversion
{
    int targets = 0;
    double mean = 0.0;
    double median = 0.0;
    double p90 = 0.0;
    double invalid = 0.0;
    double distinct = 0.0;
    double bestPossible = 0.0;
    double rangeLow = 0.0;
    double rangeHigh = 0.0;
    RecordedPoints points; ///< target, true accuracy
};

/// A finished evaluation.
struct EvaluationRecord
{
    RunKey key;
    std::string program;
    EvaluationSettings settings;
    int cells = 0; ///< of the test split
    double rmse = 0.0;
    double spearman = 0.0;
    double kendall = 0.0;
    RecordedPoints regression; ///< true, predicted accuracy; of a large split an even choice
    RecordedInversion data;
    RecordedInversion sweep;
    double seconds = 0.0;
};

/// A plan as it was started: its runs, and what was missing.
struct PlanRecord
{
    struct Absent
    {
        std::string label;     ///< of the search or evaluation
        std::string benchmark; ///< empty: on none
        std::string reason;
    };
    Plan plan;
    std::string program;
    int seeds = 0;
    /// One per benchmark of the plan; an empty hash means that no table was found.
    std::vector<BenchmarkFacts> benchmarks;
    std::vector<Absent> absent;
};

/// One line of JSON each, without its end.
std::string toLine(const SearchRecord& record);
std::string toLine(const EvaluationRecord& record);
std::string toLine(const PlanRecord& record);

/// The content of a line as far as the index needs it.
struct LineHead
{
    std::string event; ///< "search", "evaluation" or "plan"
    std::string id;    ///< of a run
    std::string method;
    std::string dataset;
    std::uint64_t seed = 0;
    std::optional<double> bestValid;
    double seconds = 0.0; ///< that the run took
};
/// None for text that does not have this form.
std::optional<LineHead> readHead(std::string_view line);

/// Throw Error on a line of another form.
SearchRecord searchFromLine(std::string_view line);
EvaluationRecord evaluationFromLine(std::string_view line);
PlanRecord planFromLine(std::string_view line);

/// Evaluation settings as one line of JSON.
std::string toJson(const EvaluationSettings& settings);

} // namespace inverso
