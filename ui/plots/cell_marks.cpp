// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/cell_marks.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"
#include "ui/state/selection.h"

#include <qcustomplot.h>

namespace inverso::ui {

namespace {

QString layerName()
{
    return QStringLiteral("marks");
}

QCPScatterStyle ring(const QColor& color, double width, double size)
{
    return {QCPScatterStyle::ssCircle, QPen(color, width), Qt::NoBrush, size};
}

} // namespace

void styleDots(QCPGraph& graph, const QColor& fill, double size, const QPen& outline)
{
    graph.setLineStyle(QCPGraph::lsNone);
    graph.setPen(Qt::NoPen); // it would be used as the outline if that is missing
    graph.setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, outline, fill, size));
}

CellMarks::CellMarks(QCustomPlot& plot, const Selection& selection)
    : m_plot(plot)
    , m_selection(selection)
    , m_hovered(plot.addGraph())
    , m_group(plot.addGraph())
    , m_selected(plot.addGraph())
{
    plot.addLayer(layerName(), plot.layer(QStringLiteral("main")), QCustomPlot::limAbove);
    plot.layer(layerName())->setMode(QCPLayer::lmBuffered);
    for (QCPGraph* mark : {m_hovered, m_group, m_selected}) {
        mark->setLayer(layerName());
        mark->setLineStyle(QCPGraph::lsNone);
        mark->removeFromLegend();
    }
}

void CellMarks::place(const std::vector<CellPoint>& points)
{
    for (QCPGraph* mark : {m_hovered, m_group, m_selected})
        mark->data()->clear();
    for (const CellPoint& point : points) {
        if (point.cell == m_selection.cell())
            m_selected->addData(point.x, point.y);
        if (point.cell == m_selection.hovered())
            m_hovered->addData(point.x, point.y);
        if (m_selection.isInGroup(point.cell))
            m_group->addData(point.x, point.y);
    }
}

void CellMarks::recolor(const QPalette& palette)
{
    const QColor accent = accentColor(Accent::Vermilion, isDark(palette));
    m_hovered->setScatterStyle(ring(palette.color(QPalette::Text), 1.4, 13));
    styleDots(*m_group, accent, 6.0, QPen(palette.color(QPalette::Base), 0.8));
    m_selected->setScatterStyle(ring(accent, 2.4, 15));
}

void CellMarks::replot()
{
    m_plot.layer(layerName())->replot();
}

} // namespace inverso::ui
