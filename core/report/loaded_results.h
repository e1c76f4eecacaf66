// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/result_store.h"

#include <string>
#include <vector>

namespace inverso {

/// All results of a folder, in memory.
struct LoadedResults
{
    /// A plan a name: those of the thesis first, then by name. Of several starts the last, with the most seeds, and as
    /// absent what was absent from all.
    std::vector<PlanRecord> plans;
    std::vector<SearchRecord> searches;        ///< by seed
    std::vector<EvaluationRecord> evaluations; ///< by seed
    /// Versions of the program that made them, each once.
    std::vector<std::string> programs;
};
LoadedResults loadResults(const ResultStore& store);

} // namespace inverso
