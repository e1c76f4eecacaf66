// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/live/cell_trainer.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace inverso {

/// How to train a whole search space, a functional class at a time.
struct TableBuildSettings
{
    std::filesystem::path out; ///< the table; finished trainings are kept beside it (….journal)
    bool resume = false;       ///< go on with the trainings found there; else they must not exist
    int shard = 1;             ///< 1 … shards: this process' part of the classes
    int shards = 1;
    int seeds = 1;      ///< trainings of every class
    int topClasses = 0; ///< so many best classes get `topSeeds` trainings, once every class has its `seeds`
    int topSeeds = 1;
    int most = -1;        ///< stop after so many trainings; negative: no limit
    bool partial = false; ///< write the table of what there is even when trainings are missing
};

struct TableBuildResult
{
    std::size_t cells = 0;           ///< rows of the table; 0: not complete yet, none was written
    std::size_t trained = 0;         ///< trainings of this call
    std::size_t missing = 0;         ///< trainings that are still to do, over all shards
    std::vector<std::string> broken; ///< what is said of trainings that broke down; they are among the missing
    double seconds = 0.0;
};

/// Trains what is missing and writes the table when nothing is. Shards may run at the same time; the last one
/// to finish writes. Classes come in an order of their own (a fixed shuffle), so that an unfinished build is a
/// fair sample. Of a training that breaks down nothing is kept, and the others go on. Throws Error, Cancelled; every
/// finished training is kept.
TableBuildResult buildTable(const SearchSpace& space, const CellTrainer& trainer, const TableBuildSettings& settings,
                            const ProgressSink& progress, std::stop_token stop);

} // namespace inverso
