// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/stand_ins.h"

#include <stop_token>

namespace inverso {

/// Every cell that can be queried, by its arch2vec embedding. Throws Cancelled.
StandIns embedded(const QueryLedger& ledger, const std::stop_token& stop);

} // namespace inverso
