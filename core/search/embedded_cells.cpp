// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/embedded_cells.h"

#include "core/training/arch2vec.h"

#include <limits>
#include <utility>

namespace inverso {

StandIns embedded(const QueryLedger& ledger, const std::stop_token& stop)
{
    auto cells = StandIns::answerable(ledger, std::numeric_limits<std::size_t>::max());
    Matrix embeddings = Arch2vec::trained(ledger.space(), stop)->embed(cells, stop);
    return {std::move(cells), std::move(embeddings)};
}

} // namespace inverso
