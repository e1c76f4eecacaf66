// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/generation_settings.h"
#include "ui/state/workspace.h"
#include "ui/worker/job_tracker.h"

#include "core/benchmark/asked_benchmark.h"
#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// The values that cross between the window's thread and the worker's. Immutable once sent. A request contains the
// number of its job and of its run, if any; its replies contain the job's number, so that late ones can be dropped.
namespace inverso::ui {

/// When a run pauses.
enum class Advance { Phase, Round, Run };

/// The job number of a run: all its requests and replies contain this number.
using RunId = JobId;

/// A table, images or a session to open.
struct OpenRequest
{
    JobId job = 0;
    QString nameOrPath;
    std::stop_token stop; ///< cancels the reading of images; a table that was read meanwhile is dropped
};

struct SearchRequest
{
    RunId run = 0;
    WorkspacePtr workspace;
    std::string dataset;
    SearchSettings settings; ///< resolved
    bool needsModel = false;
    AskedBenchmark::Ask ask;      ///< for missing labels; empty: no label is missing
    Advance first = Advance::Run; ///< how far to go before the first pause
    QString recordIn;             ///< folder of the run's own session file; empty: the run is not recorded
    bool resumes = false;         ///< continues the session that the worker opened, and is recorded in it
    std::stop_token stop;
};

/// A training that a search waits for: it began, finished an epoch, or ended (with a result, unless it was cancelled).
struct SearchTraining
{
    CellIndex cell = 0;
    int query = 0; ///< number of its query, 1 … budget
    std::optional<EpochReport> epoch = {};
    std::optional<TrainingRecord> result = {};
    bool ended = false;
};

/// Rounds done since the last update, and the model's state when the worker looked at it.
struct RunUpdate
{
    std::vector<Round> rounds;
    PhasePtr phase;             ///< the last one, if phases are stepped one by one; otherwise null
    double activeSeconds = 0.0; ///< spent in rounds since the start
    SnapshotPtr snapshot;       ///< null: unchanged
};

/// A file to copy the run's session to.
struct SaveRequest
{
    JobId job = 0;
    RunId run = 0;
    QString path;
};

struct GenerateRequest
{
    JobId job = 0;
    RunId run = 0;                    ///< the run whose model is inverted
    GenerationSettings settings = {}; ///< with a seed
    std::stop_token stop = {};
};

struct EvaluateRequest
{
    JobId job = 0;
    RunId run = 0;     ///< the run whose model is measured
    int targets = 200; ///< drawn from the data set's accuracies
    std::uint64_t seed = 0;
    std::stop_token stop = {};
};

/// A session that was opened to resume its search.
struct OpenedSession
{
    SearchSettings settings; ///< of the run
    std::string dataset;
    bool asks = false; ///< asks the user for missing labels
    QString view;      ///< annotations, see SessionNotes
    QString favourites;
    QString queue;
    QStringList warnings; ///< sentences: recorded settings that have no effect
};

/// How a run ended.
enum class RunEnd { Finished, Stopped, Failed };

} // namespace inverso::ui
