// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/recorded_benchmark.h"

#include "core/base/error.h"

#include <algorithm>
#include <utility>

namespace inverso {

RecordedBenchmark::RecordedBenchmark(std::shared_ptr<const Benchmark> source, std::span<const Round> rounds)
    : m_source(std::move(source))
{
    for (const Round& round : rounds) {
        for (const Query& query : round.queries)
            m_labels.emplace(query.cell, query.label);
    }
}

bool RecordedBenchmark::knows(CellIndex cell) const
{
    return m_labels.contains(cell) || m_source->knows(cell);
}

Label RecordedBenchmark::label(CellIndex cell, std::stop_token stop) const
{
    const auto it = m_labels.find(cell);
    return it != m_labels.end() ? it->second : m_source->label(cell, std::move(stop));
}

void verifyReplay(const Round& again, const Round& recorded, const SearchSpace& space)
{
    const auto [mine, theirs] = std::ranges::mismatch(again.queries, recorded.queries, {}, &Query::cell, &Query::cell);
    if (mine == again.queries.end() && theirs == recorded.queries.end())
        return;
    const auto name = [&](auto it, auto end) { return it == end ? std::string("nothing") : space.text(it->cell); };
    throw Error("Round " + std::to_string(recorded.number) + ", repeated, queries " + name(mine, again.queries.end())
                + " where the session recorded " + name(theirs, recorded.queries.end())
                + ": it was made by another version of the program or on another kind of processor. Start a new "
                  "search, or resume it where it was recorded.");
}

} // namespace inverso
