// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/filter.h"

#include "ui/state/explorer_state.h"
#include "ui/state/label_sets.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_set>

namespace inverso::ui {

namespace {

using Mask = std::vector<std::uint8_t>;

void keep(Mask& mask, const std::function<bool(CellIndex)>& holds)
{
    for (CellIndex cell = 0; cell < mask.size(); ++cell)
        mask[cell] = mask[cell] && holds(cell) ? 1 : 0;
}

std::unordered_set<CellIndex> cellsOfRounds(const RunRecord& run, const Interval& rounds)
{
    std::unordered_set<CellIndex> cells;
    for (const Round& round : run.rounds()) {
        if (!rounds.contains(round.number))
            continue;
        for (const Candidate& candidate : round.candidates)
            cells.insert(candidate.cell);
        for (const Query& query : round.queries)
            cells.insert(query.cell);
    }
    return cells;
}

} // namespace

std::vector<CellRole> cellRoles(const ExplorerState& state)
{
    if (state.space() == nullptr)
        return {};
    std::vector<CellRole> roles(state.space()->size(), CellRole::Other);
    const RunRecord& run = state.run();
    for (const Round& round : run.rounds())
        for (const Candidate& candidate : round.candidates)
            roles[candidate.cell] = CellRole::Proposed;
    for (const Query& query : run.queries())
        roles[query.cell] = run.settings().isValidationLabel(query.number) ? CellRole::Validation : CellRole::Training;
    return roles;
}

Filter::Filter(const ExplorerState& state, QObject* parent)
    : QObject(parent)
    , m_state(state)
{
    connect(&state, &ExplorerState::workspaceAboutToChange, this, &Filter::clear);
    for (const auto signal : {&ExplorerState::runBegun, &ExplorerState::runAdvanced, &ExplorerState::snapshotChanged,
                              &ExplorerState::datasetChanged})
        connect(&state, signal, this, &Filter::onDataChanged);
}

void Filter::setCriteria(FilterCriteria criteria)
{
    std::ranges::sort(criteria.isolated);
    if (criteria == m_criteria)
        return;
    m_criteria = std::move(criteria);
    renew();
    emit changed();
}

void Filter::isolate(std::vector<CellIndex> cells)
{
    FilterCriteria criteria = m_criteria;
    criteria.isolated = std::move(cells);
    setCriteria(std::move(criteria));
}

void Filter::onDataChanged()
{
    const bool depends = m_criteria.rounds || m_criteria.predicted || m_criteria.accuracy || !m_criteria.roles.empty();
    if (!depends)
        return;
    const Mask before = m_mask;
    renew();
    if (m_mask != before)
        emit changed();
}

void Filter::renew()
{
    m_mask = m_criteria.isEmpty() ? Mask() : mask();
    m_count = static_cast<std::size_t>(std::ranges::count(m_mask, 1));
}

std::vector<std::uint8_t> Filter::mask() const
{
    const SearchSpace* space = m_state.space();
    if (space == nullptr)
        return {};
    Mask mask(space->size(), 1);
    const FilterCriteria& wanted = m_criteria;
    if (!wanted.isolated.empty())
        keep(mask, [&](CellIndex cell) { return std::ranges::binary_search(wanted.isolated, cell); });
    if (wanted.rounds) {
        const auto cells = cellsOfRounds(m_state.run(), *wanted.rounds);
        keep(mask, [&](CellIndex cell) { return cells.contains(cell); });
    }
    if (wanted.accuracy) {
        const Table::Dataset* dataset = m_state.dataset();
        keep(mask, [&](CellIndex cell) {
            return dataset != nullptr && wanted.accuracy->contains(double{dataset->valid[cell]}); // NaN is outside
        });
    }
    if (wanted.predicted) {
        const SnapshotPtr& snapshot = m_state.snapshot();
        keep(mask, [&](CellIndex cell) {
            return snapshot && wanted.predicted->contains(double{snapshot->predictions[cell].mean});
        });
    }
    if (!wanted.roles.empty()) {
        const auto roles = cellRoles(m_state);
        keep(mask, [&](CellIndex cell) { return std::ranges::find(wanted.roles, roles[cell]) != wanted.roles.end(); });
    }
    if (!wanted.labels.empty()) {
        LabelSet all = 0;
        for (const std::uint8_t label : wanted.labels)
            all |= LabelSet{1} << label;
        const std::vector<LabelSet>& sets = labelSets(*space);
        keep(mask, [&](CellIndex cell) { return (sets[cell] & all) == all; });
    }
    return mask;
}

} // namespace inverso::ui
