// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"

#include <QColor>
#include <QPen>

#include <vector>

class QCPGraph;
class QCustomPlot;
class QPalette;

namespace inverso::ui {

class Selection;

/// A point of a plot that represents a cell.
struct CellPoint
{
    CellIndex cell = 0;
    double x = 0.0;
    double y = 0.0;
};

/// Disc marks for a graph of cells.
void styleDots(QCPGraph& graph, const QColor& fill, double size, const QPen& outline = Qt::NoPen);

/// Marks the hovered, grouped and selected cells among a plot's points. They have a layer of their own, which is
/// redrawn alone.
class CellMarks
{
public:
    CellMarks(QCustomPlot& plot, const Selection& selection);

    void place(const std::vector<CellPoint>& points);
    void recolor(const QPalette& palette);
    void replot();

private:
    QCustomPlot& m_plot;
    const Selection& m_selection;
    QCPGraph* m_hovered;
    QCPGraph* m_group;
    QCPGraph* m_selected;
};

} // namespace inverso::ui
