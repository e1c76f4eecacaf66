// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"

#include <QObject>

#include <optional>

namespace inverso::ui {

/// The cell that a person looks at. Every widget that shows cells reads it, marks what it says and
/// writes to it when a point is clicked; that is all that links them. GUI thread only.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] std::optional<CellIndex> cell() const { return m_cell; }
    [[nodiscard]] std::optional<CellIndex> hovered() const { return m_hovered; }

public slots:
    void select(std::optional<inverso::CellIndex> cell);
    void clear() { select(std::nullopt); }
    /// The cell under the pointer, in whichever widget that is.
    void hover(std::optional<inverso::CellIndex> cell);

signals:
    void cellChanged(std::optional<inverso::CellIndex> cell);
    void hoveredChanged(std::optional<inverso::CellIndex> cell);

private:
    std::optional<CellIndex> m_cell;
    std::optional<CellIndex> m_hovered;
};

} // namespace inverso::ui
