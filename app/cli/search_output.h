// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/table.h"
#include "core/experiment/search_run.h"

#include <string>
#include <vector>

namespace inverso::cli {

struct SearchJob;

/// Finished runs of one method on one benchmark, for the table and the report.
struct SearchResults
{
    std::shared_ptr<const Benchmark> benchmark;
    std::string weights; ///< source of the weights; empty without a model
    std::vector<SearchRun> runs;
    double seconds = 0.0;
};
SearchResults finishedResults(const SearchJob& job);

/// Numbers over the seeds, percent.
struct SearchSummary
{
    std::vector<double> bestValid;
    std::vector<double> testOfBest;
    std::vector<double> maxTest;
    std::vector<double> firstBest; ///< query at which the final best was first found
    std::vector<double> seconds;
    int atTableBest = 0; ///< seeds that found the table's best validation accuracy
    double tableBest = 0.0;
};
SearchSummary summarise(const SearchResults& results);

/// The events of cli.md as JSON lines, without line ends.
std::vector<std::string> roundEvents(const SearchRun& run, const Round& round, const SearchSpace& space);
std::string endEvent(const SearchRun& run, const SearchSpace& space, const std::string& dataset);

/// What `search` prints: the end events, a line each, or the table for people.
std::string endEvents(const SearchResults& results);
std::string resultTable(const SearchResults& results);

/// One line that describes the search: space, data set, method, preset, budget, labels.
std::string describe(const SearchResults& results);

} // namespace inverso::cli
