// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/workspace.h"

#include "core/benchmark/query_ledger.h"
#include "core/search/search_settings.h"

#include <span>
#include <vector>

namespace inverso::ui {

/// The most cells of the regression's test sample: enough for the figures, few enough to draw.
inline constexpr std::size_t sampleSize = 1000;

/// A random sample of the cells in the benchmark, the same for the same seed. Their labels are used only by the
/// regression plot and are not queries: no strategy sees them.
std::vector<CellIndex> testSample(const Benchmark& benchmark, std::uint64_t seed);

/// Evaluates the model: predictions of all cells (in a space of more than 20,000: of those in the benchmark, or an even
/// sample of them), regression on the labelled ones and on those of `sample` that have no label. `settings` (resolved)
/// determine which labels monitor the fit. Worker's thread, between rounds.
SnapshotPtr takeSnapshot(const AccuracyModel& model, const Benchmark& benchmark, std::span<const Query> labelled,
                         const SearchSettings& settings, std::span<const CellIndex> sample);

} // namespace inverso::ui
