// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output_file.h"
#include "app/cli/program.h"
#include "core/benchmark/table.h"
#include "core/experiment/search_run.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace inverso::cli {

/// Searches with several seeds on one benchmark, and the outputs for their results.
struct SearchJob
{
    std::shared_ptr<const Benchmark> benchmark;
    std::shared_ptr<const LatentSpace> latents; ///< null for methods without a model
    std::vector<SearchRun> runs;
    std::vector<RecordedRun> records; ///< per run: its rounds in the session; empty: none
    std::optional<SessionFile> session;
    std::filesystem::path sessionPath;
    std::unique_ptr<LineFile> log;
    std::unique_ptr<OutputFile> report;
    double seconds = 0.0; ///< wall-clock of all runs together
};

/// Runs every unfinished run, seeds in parallel, then prints and writes the results. On an interrupt the
/// finished seeds are printed, the message is left in `program.finished`, and Cancelled is thrown.
void execute(SearchJob& job, Program& program);

} // namespace inverso::cli
