// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_widget.h"

#include "ui/base/color_map.h"
#include "ui/base/figure_menu.h"
#include "ui/base/theme.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"
#include "ui/state/selection.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inverso::ui {

namespace {

constexpr double reach = 10.0; // pixels: how close the pointer must be to a point

} // namespace

PlotWidget::PlotWidget(ExplorerState& state, Selection& selection, QWidget* parent)
    : QCustomPlot(parent)
    , m_state(state)
    , m_selection(selection)
    , m_frame(*this)
    , m_marks(*this, selection)
    , m_pointer(*this, *this, state, selection)
{
    setLocale(QLocale());
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    connect(&m_selection, &Selection::cellChanged, this, &PlotWidget::updateMarks);
    connect(&m_selection, &Selection::hoveredChanged, this, &PlotWidget::updateMarks);
    connect(&m_selection, &Selection::groupChanged, this, &PlotWidget::updateMarks);
    connect(&m_state.filter(), &Filter::changed, this, [this] { refill(); });
}

void PlotWidget::finishConstruction()
{
    applyPalette();
    fitAxes();
    connect(this, &QCustomPlot::afterLayout, this, [this] { m_frame.fitTitle(); });
}

void PlotWidget::orderLegend(const std::vector<QCPGraph*>& graphs)
{
    for (QCPGraph* graph : graphs) {
        graph->removeFromLegend();
        graph->addToLegend();
    }
}

void PlotWidget::setCaption(const QString& text)
{
    m_frame.setCaption(text);
    setAccessibleDescription(text);
}

void PlotWidget::resizeEvent(QResizeEvent* event)
{
    m_frame.fitWidth();
    QCustomPlot::resizeEvent(event);
}

void PlotWidget::setHint(const QString& hint)
{
    m_hint = hint;
    if (!hint.isEmpty())
        setAccessibleDescription(hint);
}

void PlotWidget::setPoints(std::vector<CellPoint> points)
{
    m_points = std::move(points);
    m_marks.place(m_points);
}

bool PlotWidget::isShown(CellIndex cell) const
{
    return m_state.filter().accepts(cell);
}

std::optional<CellIndex> PlotWidget::cellAt(QPointF position) const
{
    std::optional<CellIndex> best;
    double bestSquare = reach * reach;
    for (const CellPoint& point : m_points) {
        const double dx = xAxis->coordToPixel(point.x) - position.x();
        const double dy = yAxis->coordToPixel(point.y) - position.y();
        if (dx * dx + dy * dy <= bestSquare) {
            bestSquare = dx * dx + dy * dy;
            best = point.cell;
        }
    }
    return best;
}

std::optional<QPointF> PlotWidget::positionOf(CellIndex cell) const
{
    for (auto point = m_points.rbegin(); point != m_points.rend(); ++point) {
        if (point->cell == cell)
            return QPointF(xAxis->coordToPixel(point->x), yAxis->coordToPixel(point->y));
    }
    return std::nullopt;
}

std::vector<CellIndex> PlotWidget::cellsIn(const QPolygonF& area) const
{
    std::vector<CellIndex> cells;
    for (const CellPoint& point : m_points)
        if (area.containsPoint({xAxis->coordToPixel(point.x), yAxis->coordToPixel(point.y)}, Qt::OddEvenFill))
            cells.push_back(point.cell);
    return cells;
}

void PlotWidget::updateMarks()
{
    m_marks.place(m_points);
    if (isVisible())
        m_marks.replot();
    else
        m_stale = true;
}

bool PlotWidget::dark() const
{
    return isDark(palette());
}

void PlotWidget::applyPalette()
{
    m_frame.recolor();
    m_marks.recolor(palette());
    recolor();
    m_frame.fitWidth();
}

void PlotWidget::changeEvent(QEvent* event)
{
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyPalette();
        replot(QCustomPlot::rpQueuedReplot);
    }
}

void PlotWidget::paintEvent(QPaintEvent* event)
{
    QCustomPlot::paintEvent(event);
    if (m_hint.isEmpty() && !m_pointer.isDrawing())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_pointer.paint(painter);
    if (m_hint.isEmpty())
        return;
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(mutedColor(palette(), 0.8));
    painter.drawText(QRectF(rect()).adjusted(24, 12, -24, -12), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
}

void PlotWidget::refresh()
{
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    if (!m_ownView)
        fitAxes();
    replot(QCustomPlot::rpQueuedReplot);
}

void PlotWidget::showEvent(QShowEvent* event)
{
    QCustomPlot::showEvent(event);
    if (m_stale)
        refresh();
}

void PlotWidget::zoom(double factor)
{
    m_ownView = true;
    xAxis->scaleRange(1.0 / factor);
    yAxis->scaleRange(1.0 / factor);
    replot(QCustomPlot::rpQueuedReplot);
}

void PlotWidget::step(int right, int up)
{
    constexpr double stride = 0.1; // of the view
    m_ownView = true;
    xAxis->moveRange(stride * right * xAxis->range().size());
    const bool logarithmic = yAxis->scaleType() == QCPAxis::stLogarithmic;
    const QCPRange range = yAxis->range();
    yAxis->moveRange(logarithmic ? std::pow(range.upper / range.lower, stride * up) : stride * up * range.size());
    replot(QCustomPlot::rpQueuedReplot);
}

void PlotWidget::resetView()
{
    m_ownView = false;
    refresh();
}

std::optional<QRectF> PlotWidget::chosenView() const
{
    if (!m_ownView)
        return std::nullopt;
    return QRectF(xAxis->range().lower, yAxis->range().lower, xAxis->range().size(), yAxis->range().size());
}

void PlotWidget::chooseView(const QRectF& view)
{
    m_ownView = true;
    xAxis->setRange(view.left(), view.right());
    yAxis->setRange(view.top(), view.bottom());
    refresh();
}

QSize PlotWidget::figureSize() const
{
    return size().expandedTo({480, 320}); // a plot that was never shown has no size yet
}

void PlotWidget::paintFigure(QPaintDevice& device, double scale)
{
    if (m_stale && !m_ownView)
        fitAxes();
    const QSize whole = figureSize();
    QCPPainter painter(&device);
    painter.scale(scale, scale);
    toPainter(&painter, whole.width(), whole.height());
    painter.end();
    if (isVisible())
        replot(QCustomPlot::rpQueuedReplot); // restores the layout, which was that of the figure
}

void PlotWidget::mousePressEvent(QMouseEvent* event)
{
    const bool left = event->button() == Qt::LeftButton;
    m_ownDrag = left && m_hint.isEmpty() && beginOwnDrag(event->position());
    if (m_ownDrag)
        return;
    const bool box = left && event->modifiers().testFlag(Qt::ShiftModifier);
    m_pointer.press(*event, box ? std::optional(AreaSelector::Shape::Box) : std::nullopt);
    if (!box)
        QCustomPlot::mousePressEvent(event);
}

void PlotWidget::mouseMoveEvent(QMouseEvent* event)
{
    if (m_ownDrag)
        return ownDrag(event->position(), false);
    if (m_pointer.move(*event) != CellPointer::Motion::Pan)
        return;
    m_ownView = true;
    QCustomPlot::mouseMoveEvent(event);
}

void PlotWidget::mouseReleaseEvent(QMouseEvent* event)
{
    if (std::exchange(m_ownDrag, false))
        return ownDrag(event->position(), true);
    QCustomPlot::mouseReleaseEvent(event);
    m_pointer.release(*event);
}

void PlotWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_pointer.doubleClick(*event);
}

void PlotWidget::wheelEvent(QWheelEvent* event)
{
    m_ownView = true;
    QCustomPlot::wheelEvent(event);
}

void PlotWidget::keyPressEvent(QKeyEvent* event)
{
    if (!m_pointer.keyPress(*event))
        QCustomPlot::keyPressEvent(event);
}

void PlotWidget::leaveEvent(QEvent* event)
{
    m_pointer.leave();
    QCustomPlot::leaveEvent(event);
}

void PlotWidget::contextMenuEvent(QContextMenuEvent* event)
{
    showFigureMenu(*this, *this, event->globalPos());
}

} // namespace inverso::ui
