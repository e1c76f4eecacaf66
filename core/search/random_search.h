// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/baseline_search.h"

namespace inverso {

/// Random search: uniform over the cells that the benchmark knows, without replacement (baselines.md).
class RandomSearch : public BaselineSearch
{
public:
    RandomSearch(const SearchSettings& settings, QueryLedger& ledger);

protected:
    void begin(std::span<const Query>) override { }
    std::optional<CellIndex> propose() override { return drawNew(); }
    void observe(CellIndex, double) override { }
};

} // namespace inverso
