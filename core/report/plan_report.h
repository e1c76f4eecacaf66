// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/result_store.h"
#include "core/report/printed_results.h"
#include "core/report/report.h"

namespace inverso {

/// What the results of a folder stand for: every plan that was started there, ours beside the printed numbers. The same
/// for results that were merged and for those of one go. Throws Error: no results.
Report planReport(const ResultStore& store, const PrintedResults& printed, const std::string& program);

} // namespace inverso
