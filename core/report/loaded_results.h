// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/result_store.h"

#include <string>
#include <vector>

namespace inverso {

/// All results of a folder, in memory.
struct LoadedResults
{
    /// One plan per name: those of the thesis first, then by name. Of several starts the last one, with the most seeds;
    /// only what was absent in all starts counts as absent.
    std::vector<PlanRecord> plans;
    std::vector<SearchRecord> searches;        ///< by seed
    std::vector<EvaluationRecord> evaluations; ///< by seed
    /// Versions of the program that made them, each once.
    std::vector<std::string> programs;
};
LoadedResults loadResults(const ResultStore& store);

} // namespace inverso
