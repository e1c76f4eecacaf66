// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/backend.h"

#include <atomic>
#include <memory>
#include <string>

namespace inverso::test {

/// A CSV of all NAS-Bench-201 cells with accuracies that follow from their operations: two data sets,
/// "alpha" and "beta", one attribute.
std::string smallTableCsv();
/// The same, loaded.
std::shared_ptr<const Table> smallTable();

/// Made-up latents: a cell's code is its one-hot labels, its map position is well spread.
std::shared_ptr<const LatentSpace> fakeLatents();

/// How the fake search behaves.
struct FakeSettings
{
    int roundMilliseconds = 0;             ///< a round takes so long, in short naps that heed the stop token
    int failInRound = -1;                  ///< step() of that round throws
    bool hasWeights = true;                ///< else loadLatents throws
    std::atomic<int>* steps = nullptr;     ///< counts finished rounds, on the worker's thread
    int epochMilliseconds = 5;             ///< an epoch of a fake training takes so long
    bool hasImages = true;                 ///< else openTrainer throws
    int openMilliseconds = 0;              ///< openTrainer takes so long
    std::atomic<int>* trainings = nullptr; ///< counts finished trainings
    std::optional<CellIndex> broken = {};  ///< its training breaks down
    StoredTrainings stored = {};           ///< of earlier sessions
};

/// A core without LibTorch: "fake" proposes candidates, asks five a round and has a model that can be
/// inverted; "fake-free" asks one a round and has none.
ui::Backend fakeBackend(const FakeSettings& settings = {});

} // namespace inverso::test
