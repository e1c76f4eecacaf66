// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"

#include <QObject>

#include <cstdint>
#include <optional>
#include <vector>

namespace inverso::ui {

class ExplorerState;

/// The role of a cell in the run.
enum class CellRole : std::uint8_t {
    Training,   ///< queried; the model is fitted to it
    Validation, ///< queried; monitors the fit (thesis preset)
    Proposed,   ///< generated, not queried
    Other
};

/// A closed interval; the ends are in the unit of the limited value.
struct Interval
{
    double low = 0.0;
    double high = 0.0;
    [[nodiscard]] bool contains(double value) const { return value >= low && value <= high; }
    bool operator==(const Interval&) const = default;
};

/// Criteria for visible cells; all that are set must hold.
struct FilterCriteria
{
    std::optional<Interval> rounds;    ///< proposed or queried in one of these
    std::optional<Interval> accuracy;  ///< true validation accuracy, percent
    std::optional<Interval> predicted; ///< percent
    std::vector<CellRole> roles;       ///< any of these; empty: all
    std::vector<std::uint8_t> labels;  ///< indices into SearchSpace::labels(): the cell has each of them
    std::vector<CellIndex> isolated;   ///< ascending: one of these; empty: all

    [[nodiscard]] bool isEmpty() const { return *this == FilterCriteria(); }
    bool operator==(const FilterCriteria&) const = default;
};

/// The one filter of the window: plots, table and gallery show what it accepts. Caches a result per cell, which is
/// updated when the run or the model changes. GUI thread only.
class Filter : public QObject
{
    Q_OBJECT

public:
    explicit Filter(const ExplorerState& state, QObject* parent = nullptr);

    [[nodiscard]] const FilterCriteria& criteria() const { return m_criteria; }
    [[nodiscard]] bool isActive() const { return !m_mask.empty(); }
    [[nodiscard]] bool accepts(CellIndex cell) const
    {
        return m_mask.empty() || (cell < m_mask.size() && m_mask[cell]);
    }
    /// The number of accepted cells.
    [[nodiscard]] std::size_t count() const { return m_count; }

public slots:
    void setCriteria(inverso::ui::FilterCriteria criteria);
    void clear() { setCriteria({}); }
    /// Shows only these cells, if the other criteria accept them; empty: ends the isolation.
    void isolate(std::vector<inverso::CellIndex> cells);

signals:
    /// The criteria or their results have changed.
    void changed();

private:
    void renew();
    void onDataChanged();
    [[nodiscard]] std::vector<std::uint8_t> mask() const;

    const ExplorerState& m_state;
    FilterCriteria m_criteria;
    std::vector<std::uint8_t> m_mask; ///< per cell; empty: all cells are accepted
    std::size_t m_count = 0;
};

/// The roles of all `cells` of the space, by CellIndex.
std::vector<CellRole> cellRoles(const ExplorerState& state);

} // namespace inverso::ui
