// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/live/cell_trainer.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace inverso {

/// How to train a whole search space by functional classes.
struct TableBuildSettings
{
    std::filesystem::path out; ///< the table; finished trainings are kept beside it (….journal)
    bool resume = false;       ///< continue with the trainings found there; otherwise none may exist
    int shard = 1;             ///< 1 … shards: this process' part of the classes
    int shards = 1;
    int seeds = 1;      ///< trainings of every class
    int topClasses = 0; ///< number of best classes that get `topSeeds` trainings, once every class has its `seeds`
    int topSeeds = 1;
    int most = -1;        ///< maximum number of trainings; negative: no limit
    bool partial = false; ///< write the table of the finished trainings even when others are missing
};

struct TableBuildResult
{
    std::size_t cells = 0;           ///< rows of the table; 0: not complete yet, none was written
    std::size_t trained = 0;         ///< trainings of this call
    std::size_t missing = 0;         ///< trainings that are still to do, over all shards
    std::vector<std::string> broken; ///< the errors of failed trainings, which are among the missing
    double seconds = 0.0;
};

/// Does the missing trainings, and writes the table when none is missing. Shards may run at the same time; the last one
/// to finish writes the table. Classes have a fixed random order, so that an unfinished build is a fair sample. A
/// failed training stores nothing, and the others continue. Throws Error, Cancelled; every finished training is kept.
TableBuildResult buildTable(const SearchSpace& space, const CellTrainer& trainer, const TableBuildSettings& settings,
                            const ProgressSink& progress, std::stop_token stop);

} // namespace inverso
