// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/result_store.h"
#include "core/report/printed_results.h"
#include "core/report/report.h"

namespace inverso {

/// The report on the results of a folder: every plan that was started there, with our numbers beside the printed ones.
/// Merged results give the same report as those of a single run. Throws Error: no results.
Report planReport(const ResultStore& store, const PrintedResults& printed, const std::string& program);

} // namespace inverso
