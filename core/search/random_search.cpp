// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/random_search.h"

namespace inverso {

RandomSearch::RandomSearch(const SearchSettings& settings, QueryLedger& ledger)
    : BaselineSearch("rs", settings, ledger)
{
}

} // namespace inverso
