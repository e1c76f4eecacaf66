// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/experiment/prepared_plan.h"
#include "core/experiment/result_store.h"

#include <cstddef>
#include <stop_token>
#include <string>
#include <vector>

namespace inverso {

struct ReproduceResult
{
    std::size_t runs = 0;            ///< of this part
    std::size_t known = 0;           ///< that were finished before
    std::size_t done = 0;            ///< that were done now
    std::vector<std::string> failed; ///< a sentence for each run that failed; it stays missing
};

/// Does the runs that are missing in the store, several at once, and adds each when it is finished. `result` has the
/// counts, also when Cancelled is thrown. Throws Cancelled, and Error when a result cannot be written.
void reproduce(const PreparedPlan& prepared, const ReproduceSettings& settings, ResultStore& store,
               ReproduceResult& result, const ProgressSink& progress, std::stop_token stop);

} // namespace inverso
