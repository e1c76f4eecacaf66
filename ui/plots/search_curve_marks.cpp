// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/search_curve_marks.h"

#include "core/base/sorted_order.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inverso::ui {

namespace {

constexpr double reach = 8.0;   // pixels
constexpr double beside = 9.0;  // from a mark's middle to its name
constexpr double column = 20.0; // marks closer than this have their names in one column
constexpr double nameWidth = 60.0;

} // namespace

SearchCurveMarks::SearchCurveMarks(QCustomPlot& plot)
    : m_plot(plot)
    , m_marks(plot.addGraph())
    , m_bars(new QCPErrorBars(plot.xAxis, plot.yAxis))
{
    m_bars->removeFromLegend();
    m_bars->setDataPlottable(m_marks);
    m_bars->setWhiskerWidth(4.0);
    m_marks->setLineStyle(QCPGraph::lsNone);
}

void SearchCurveMarks::setResults(std::vector<PrintedResult> results)
{
    m_results = std::move(results);
    for (QCPItemText* name : std::exchange(m_names, {}))
        m_plot.removeItem(name);
    QVector<double> queries;
    QVector<double> values;
    QVector<double> deviations;
    for (const PrintedResult& result : m_results) {
        queries += result.queries;
        values += result.valid;
        deviations += std::isnan(result.validDeviation) ? 0.0 : result.validDeviation;
        auto* name = new QCPItemText(&m_plot);
        name->setText(result.method);
        name->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        name->position->setType(QCPItemPosition::ptAbsolute);
        name->setClipToAxisRect(false);
        name->setSelectable(false);
        m_names.push_back(name);
    }
    m_marks->setData(queries, values, true);
    m_bars->setData(deviations);
}

void SearchCurveMarks::recolor(const QColor& mark, const QColor& text, const QColor& behind, const QFont& font)
{
    m_marks->setPen(Qt::NoPen);
    m_marks->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(mark, 1.4), Qt::NoBrush, 8));
    m_bars->setPen(QPen(mark, 1.0));
    for (QCPItemText* name : m_names) {
        name->setColor(text);
        name->setBrush(behind); // the line of the best would cross it
        name->setFont(font);
    }
}

QPointF SearchCurveMarks::pixel(const PrintedResult& result) const
{
    return {m_plot.xAxis->coordToPixel(result.queries), m_plot.yAxis->coordToPixel(result.valid)};
}

double SearchCurveMarks::nameRoom() const
{
    double widest = 0.0;
    for (const QCPItemText* name : m_names)
        widest = std::max(widest, QFontMetricsF(name->font()).horizontalAdvance(name->text()));
    return beside + widest + column;
}

void SearchCurveMarks::placeNames()
{
    const QRectF area = m_plot.axisRect()->rect();
    const std::vector<std::size_t> fromTheTop = sortedOrder(
        m_results.size(), [&](std::size_t i, std::size_t j) { return m_results[i].valid > m_results[j].valid; });
    // Columns of marks with about the same number of queries: each name goes below the one before.
    std::vector<QPointF> placed;
    for (const std::size_t i : fromTheTop) {
        QCPItemText& name = *m_names[i];
        const QPointF mark = pixel(m_results[i]);
        name.setVisible(area.contains(mark));
        if (!name.visible())
            continue;
        const double line = QFontMetricsF(name.font()).height() * 0.9;
        QPointF at = mark;
        for (const PrintedResult& other : m_results) { // right of all marks of its column
            const double x = pixel(other).x();
            if (std::abs(x - mark.x()) < column)
                at.setX(std::max(at.x(), x));
        }
        at += QPointF(beside, 0.0);
        for (const QPointF& other : placed) {
            if (std::abs(other.x() - at.x()) < nameWidth && at.y() < other.y() + line)
                at.setY(other.y() + line);
        }
        placed.push_back(at);
        name.position->setPixelPosition(at);
    }
}

const PrintedResult* SearchCurveMarks::at(const QPointF& point) const
{
    const PrintedResult* nearest = nullptr;
    double best = reach;
    for (const PrintedResult& result : m_results) {
        const QPointF to = pixel(result) - point;
        const double distance = std::hypot(to.x(), to.y());
        if (distance <= best) {
            best = distance;
            nearest = &result;
        }
    }
    return nearest;
}

} // namespace inverso::ui
