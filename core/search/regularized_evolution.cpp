// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/regularized_evolution.h"

namespace inverso {

namespace {

constexpr std::size_t populationSize = 30;
constexpr int tournamentSize = 10;

} // namespace

RegularizedEvolution::RegularizedEvolution(const SearchSettings& settings, QueryLedger& ledger)
    : BaselineSearch("re", settings, ledger)
{
}

void RegularizedEvolution::begin(std::span<const Query> initial)
{
    for (const Query& query : initial)
        observe(query.cell, query.label.valid);
}

std::optional<CellIndex> RegularizedEvolution::propose()
{
    const auto draw = [this] { return m_population[rng().below(m_population.size())]; };
    Member parent = draw();
    for (int i = 1; i < tournamentSize; ++i) {
        const Member rival = draw();
        if (rival.valid > parent.valid)
            parent = rival;
    }
    return ledger().space().mutate(parent.cell, rng());
}

void RegularizedEvolution::observe(CellIndex cell, double valid)
{
    m_population.push_back({cell, valid});
    if (m_population.size() >= populationSize)
        m_population.pop_front();
}

} // namespace inverso
