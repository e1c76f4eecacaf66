// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"

#include <QObject>

#include <optional>
#include <vector>

namespace inverso::ui {

/// The user's selection: one cell, and a group of cells selected with a box or a lasso. Every widget that shows cells
/// reads it, marks these cells and writes to it; the widgets have no other connection. GUI thread only.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] std::optional<CellIndex> cell() const { return m_cell; }
    [[nodiscard]] std::optional<CellIndex> hovered() const { return m_hovered; }
    /// Ascending, without repetition; often empty.
    [[nodiscard]] const std::vector<CellIndex>& group() const { return m_group; }
    [[nodiscard]] bool isInGroup(CellIndex cell) const;

    enum class Grouping { Replace, Add };

public slots:
    void select(std::optional<inverso::CellIndex> cell);
    /// No cell and no group.
    void clear();
    /// The cell under the pointer, in any widget.
    void hover(std::optional<inverso::CellIndex> cell);
    void setGroup(std::vector<inverso::CellIndex> cells, inverso::ui::Selection::Grouping grouping = Grouping::Replace);

signals:
    void cellChanged(std::optional<inverso::CellIndex> cell);
    void hoveredChanged(std::optional<inverso::CellIndex> cell);
    void groupChanged();

private:
    std::optional<CellIndex> m_cell;
    std::optional<CellIndex> m_hovered;
    std::vector<CellIndex> m_group;
};

} // namespace inverso::ui
