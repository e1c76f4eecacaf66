// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/search_curve_reference.h"
#include "ui/plots/search_curve_series.h"

#include <QString>

#include <vector>

namespace inverso::ui {

class RunRecord;

/// The curves of a search as CSV, one line per query of a curve and per printed result, after comments with the
/// data set and the settings of every run. `current`: the run in progress; null if it is not drawn.
QString searchCurveCsv(const QString& dataset, const RunRecord* current, const std::vector<CurveSeries>& series,
                       const std::vector<PrintedResult>& printed);

} // namespace inverso::ui
