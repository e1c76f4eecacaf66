// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/training_benchmark.h"
#include "ui/worker/fake_engine.h"

#include <memory>
#include <string>

namespace inverso::ui {

/// Trains cells in eight epochs, to an accuracy that follows from the cell.
std::shared_ptr<const TrainingBenchmark> makeFakeTrainer(const FakeEngine::Settings& fake, const SearchSpace& space,
                                                         const std::string& images);

} // namespace inverso::ui
