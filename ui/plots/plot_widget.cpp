// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_widget.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"
#include "ui/plots/plot_words.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"
#include "ui/state/selection.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inverso::ui {

namespace {

constexpr double reach = 10.0;    // pixels from the pointer to a point that is meant
constexpr int sideMargin = 10;    // of caption and legend
constexpr int titleOverhang = 24; // pixels that the vertical title may be longer than its axis

} // namespace

PlotWidget::PlotWidget(ExplorerState& state, Selection& selection, QWidget* parent)
    : QCustomPlot(parent)
    , m_state(state)
    , m_selection(selection)
    , m_caption(new QCPTextElement(this))
{
    setLocale(QLocale());
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    // Caption and legend have rows of their own, where they hide no data.
    plotLayout()->insertRow(0);
    plotLayout()->insertRow(1);
    plotLayout()->addElement(0, 0, m_caption);
    plotLayout()->addElement(1, 0, legend);
    plotLayout()->setRowStretchFactor(1, 0.001);
    plotLayout()->setRowSpacing(0);
    m_caption->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    m_caption->setMargins(QMargins(sideMargin, 4, sideMargin, 0));
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    legend->setMargins(QMargins(sideMargin, 3, sideMargin, 0));
    legend->setIconSize(22, 12);
    legend->setRowSpacing(0);
    legend->setVisible(true);

    addLayer(QStringLiteral("marks"), layer(QStringLiteral("main")), limAbove);
    layer(QStringLiteral("marks"))->setMode(QCPLayer::lmBuffered);
    m_hoveredMark = addGraph();
    m_groupMarks = addGraph();
    m_selectedMark = addGraph();
    for (QCPGraph* mark : {m_hoveredMark, m_groupMarks, m_selectedMark}) {
        mark->setLayer(QStringLiteral("marks"));
        mark->setLineStyle(QCPGraph::lsNone);
        mark->removeFromLegend();
    }
    connect(&m_selection, &Selection::cellChanged, this, &PlotWidget::updateMarks);
    connect(&m_selection, &Selection::hoveredChanged, this, &PlotWidget::updateMarks);
    connect(&m_selection, &Selection::groupChanged, this, &PlotWidget::updateMarks);
    connect(&m_state.filter(), &Filter::changed, this, [this] { refill(); });
}

void PlotWidget::finishConstruction()
{
    applyPalette();
    fitAxes();
    connect(this, &QCustomPlot::afterLayout, this, &PlotWidget::fitTitleToHeight);
}

void PlotWidget::orderLegend(const std::vector<QCPGraph*>& graphs)
{
    for (QCPGraph* graph : graphs) {
        graph->removeFromLegend();
        graph->addToLegend();
    }
}

void PlotWidget::setTitles(const QString& x, const QString& y)
{
    xAxis->setLabel(x);
    yAxis->setLabel(y);
    m_yTitle = y;
}

// In a low plot with large text it would run into the caption.
void PlotWidget::fitTitleToHeight()
{
    const QString title =
        QFontMetrics(yAxis->labelFont()).elidedText(m_yTitle, Qt::ElideRight, axisRect()->height() + titleOverhang);
    if (title != yAxis->label())
        yAxis->setLabel(title);
}

void PlotWidget::setCaption(const QString& text)
{
    m_words = text;
    fitWordsToWidth();
    setAccessibleDescription(text);
}

void PlotWidget::fitWordsToWidth()
{
    const int available = width() - 2 * sideMargin;
    m_caption->setText(wrappedText(m_words, QFontMetrics(m_caption->font()), available));
    fitLegend(*this, sideMargin);
}

void PlotWidget::resizeEvent(QResizeEvent* event)
{
    fitWordsToWidth();
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
    placeMarks();
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

void PlotWidget::placeMarks()
{
    for (QCPGraph* mark : {m_selectedMark, m_hoveredMark, m_groupMarks})
        mark->data()->clear();
    for (const CellPoint& point : m_points) {
        if (point.cell == m_selection.cell())
            m_selectedMark->addData(point.x, point.y);
        if (point.cell == m_selection.hovered())
            m_hoveredMark->addData(point.x, point.y);
        if (m_selection.isInGroup(point.cell))
            m_groupMarks->addData(point.x, point.y);
    }
}

void PlotWidget::selectArea(const QPolygonF& area, bool add)
{
    std::vector<CellIndex> cells;
    for (const CellPoint& point : m_points)
        if (area.containsPoint({xAxis->coordToPixel(point.x), yAxis->coordToPixel(point.y)}, Qt::OddEvenFill))
            cells.push_back(point.cell);
    m_selection.setGroup(std::move(cells), add ? Selection::Grouping::Add : Selection::Grouping::Replace);
}

void PlotWidget::updateMarks()
{
    placeMarks();
    if (isVisible())
        layer(QStringLiteral("marks"))->replot();
    else
        m_stale = true;
}

void PlotWidget::styleDots(QCPGraph& graph, const QColor& fill, double size, const QPen& outline)
{
    graph.setLineStyle(QCPGraph::lsNone);
    graph.setPen(Qt::NoPen); // it would stand in for a missing outline
    graph.setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, outline, fill, size));
}

bool PlotWidget::dark() const
{
    return isDark(palette());
}

void PlotWidget::applyPalette()
{
    const QColor text = palette().color(QPalette::Text);
    const QColor line = mutedColor(palette(), 0.45);
    const QColor grid = mutedColor(palette(), 0.13);
    setBackground(palette().color(QPalette::Base));
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.92);
    for (QCPAxis* axis : {xAxis, yAxis}) {
        axis->setBasePen(line);
        axis->setTickPen(line);
        axis->setSubTickPen(line);
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setLabelFont(font());
        axis->setTickLabelFont(small);
        axis->grid()->setPen(QPen(grid, 1.0));
        axis->grid()->setZeroLinePen(QPen(grid, 1.0));
    }
    m_caption->setTextColor(text);
    m_caption->setFont(font());
    legend->setBrush(Qt::NoBrush);
    legend->setBorderPen(Qt::NoPen);
    legend->setTextColor(text);
    legend->setFont(small);
    m_hoveredMark->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(text, 1.4), Qt::NoBrush, 13));
    styleDots(*m_groupMarks, accentColor(Accent::Vermilion, dark()), 6.0, QPen(palette().color(QPalette::Base), 0.8));
    m_selectedMark->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(accentColor(Accent::Vermilion, dark()), 2.4), Qt::NoBrush, 15));
    recolor();
    fitWordsToWidth();
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
    if (m_hint.isEmpty() && !m_area.isActive())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_area.paint(painter, palette());
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
    return size().expandedTo({480, 320}); // one that was never shown has no size yet
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
        replot(QCustomPlot::rpQueuedReplot); // its layout was that of the figure
}

} // namespace inverso::ui
