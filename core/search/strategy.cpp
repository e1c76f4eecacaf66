// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/strategy.h"

#include "core/base/error.h"

#include <cmath>

namespace inverso {

PhaseSeconds& PhaseSeconds::operator+=(const PhaseSeconds& more)
{
    fineTune += more.fineTune;
    retrain += more.retrain;
    generate += more.generate;
    predict += more.predict;
    other += more.other;
    return *this;
}

void noteQueries(Phase& phase, std::span<const Query> queries)
{
    for (const Query& query : queries) {
        phase.cells.push_back(query.cell);
        phase.best = std::fmax(phase.best, query.label.valid); // fmax ignores NaN
    }
}

std::size_t SearchStrategy::restore(std::span<const Round> /*rounds*/, std::string_view /*checkpoint*/)
{
    throw Error("A search by " + std::string(name()) + " has no checkpoints.");
}

Round SearchStrategy::step(std::stop_token stop)
{
    for (;;) {
        Phase phase = advance(stop);
        if (phase.finished)
            return *std::move(phase.finished);
    }
}

} // namespace inverso
