// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/run_archive.h"

#include <optional>
#include <span>
#include <vector>

namespace inverso::ui {

/// One line of the search curve: a run, or the mean of runs that differ only in the seed.
struct CurveSeries
{
    QString name;
    int color = 0; ///< for runColor()
    std::vector<const ArchivedRun*> runs;
    std::vector<CurvePoint> curve;     ///< one point per query; the mean if there are several runs
    std::vector<CurvePoint> deviation; ///< sample standard deviation, percentage points; empty for a single run

    [[nodiscard]] bool isMean() const { return !deviation.empty(); }
};

/// Mean and standard deviation of the curves over their common queries. Runs that stop at the best cell keep their last
/// value instead: they could not improve.
CurveSeries meanOf(std::span<const ArchivedRun* const> runs);

/// The visible runs of that data set. With `average`, runs that differ only in the seed become one series (a seed
/// counts once). `current` is drawn separately: it is included in means, but is not a series on its own.
std::vector<CurveSeries> curveSeries(const RunArchive& archive, std::string_view space, std::string_view dataset,
                                     bool average, std::optional<int> current);

} // namespace inverso::ui
