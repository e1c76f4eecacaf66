// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/workspace.h"

#include "core/benchmark/asked_benchmark.h"
#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <QString>

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// The values that cross between the window's thread and the worker's. Immutable once sent.
namespace inverso::ui {

/// How far a run goes before it pauses.
enum class Advance { Phase, Round, Run };

/// Numbers runs, so that what a replaced run still sends can be told apart.
using RunId = quint64;

struct SearchRequest
{
    RunId run = 0;
    WorkspacePtr workspace;
    std::string dataset;
    SearchSettings settings; ///< resolved
    bool needsModel = false;
    AskedBenchmark::Ask ask;      ///< for labels that the table lacks; empty: they are not to be had
    Advance first = Advance::Run; ///< how far to go before the first pause
    QString recordIn;             ///< a folder: the run is written to a session file of its own there; empty: to none
    bool goesOn = false;          ///< with the session that the worker opened, and is written to that
    std::stop_token stop;
};

/// A training that a search waits for: it began, finished an epoch, or ended (with a result, unless it was given up).
struct SearchTraining
{
    CellIndex cell = 0;
    int query = 0; ///< that its label will be, 1 … budget
    std::optional<EpochReport> epoch = {};
    std::optional<TrainingRecord> result = {};
    bool ended = false;
};

/// Rounds done since the last update, and the model's state when the worker looked at it.
struct RunUpdate
{
    std::vector<Round> rounds;
    PhasePtr phase;             ///< the last one, when phases are stepped one by one; else null
    double activeSeconds = 0.0; ///< spent in rounds since the start
    SnapshotPtr snapshot;       ///< null: nothing new
};

struct GenerateRequest
{
    double target = 0.0; ///< percent
    int count = 32;
    double noise = 0.8; ///< InversionSettings::noise
    std::uint64_t seed = 0;
    std::stop_token stop;
};

struct EvaluateRequest
{
    int targets = 200; ///< drawn from the data set's accuracies
    std::uint64_t seed = 0;
    std::stop_token stop;
};

/// A session that was opened to go on with it.
struct OpenedSession
{
    SearchSettings settings; ///< of the run
    std::string dataset;
    bool asks = false; ///< a person, for labels that the table lacks
    QString view;      ///< annotations, see SessionNotes
    QString favourites;
    QString queue;
};

/// How a run ended.
enum class RunEnd { Finished, Stopped, Failed };

} // namespace inverso::ui
