// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/latent_map.h"

#include "ui/base/figure_menu.h"
#include "ui/base/icons.h"
#include "ui/map/map_painter.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"
#include "ui/state/map_layouts.h"
#include "ui/state/selection.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace inverso::ui {

namespace {

constexpr double reach = 12.0; // pixels: how close the pointer must be to a point

} // namespace

LatentMap::LatentMap(ExplorerState& state, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_selection(selection)
    , m_content(state, selection)
    , m_pointer(*this, *this, state, selection)
    , m_reset(new QToolButton(this))
{
    setObjectName(QStringLiteral("latentMap"));
    setAccessibleName(tr("Latent map"));
    setAccessibleDescription(tr("Every cell of the search space by its latent code. Plus and minus zoom, the arrow "
                                "keys pan, 0 shows the whole map."));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);

    m_reset->setAutoRaise(true);
    m_reset->setToolTip(tr("Show the whole map (0)"));
    m_reset->setAccessibleName(tr("Show the whole map"));
    m_reset->setIcon(themedIcon(QStringLiteral("reset-view"), palette()));
    m_reset->setFocusPolicy(Qt::TabFocus);
    connect(m_reset, &QToolButton::clicked, this, &LatentMap::resetView);

    connectState();
    onWorkspace();
}

void LatentMap::connectState()
{
    connect(&m_state, &ExplorerState::workspaceAboutToChange, this, &LatentMap::forgetCells);
    connect(&m_state, &ExplorerState::workspaceChanged, this, &LatentMap::onWorkspace);
    connect(&m_state.layouts(), &MapLayouts::shownChanged, this, &LatentMap::onPlaces);
    connect(&m_state, &ExplorerState::runBegun, this, [this] {
        m_layers.resetRun();
        onRunAdvanced();
    });
    connect(&m_state, &ExplorerState::runAdvanced, this, &LatentMap::onRunAdvanced);
    connect(&m_state, &ExplorerState::phaseChanged, this, &LatentMap::onRunAdvanced);
    connect(&m_state, &ExplorerState::steppedPhaseChanged, this, [this] {
        m_content.followPhase();
        onRunAdvanced();
    });
    connect(&m_state, &ExplorerState::snapshotChanged, this, [this] {
        if (m_content.colouring().followsModel())
            onValues(); // of all cells, several times a second while a search runs
    });
    connect(&m_state, &ExplorerState::datasetChanged, this, &LatentMap::onValues);
    connect(&m_state.filter(), &Filter::changed, this, [this] {
        refit();
        redrawCells();
    });
    connect(&m_selection, &Selection::groupChanged, this, [this] {
        refit();
        m_layers.resetGroup();
        update();
    });
    connect(&m_selection, &Selection::cellChanged, this, qOverload<>(&QWidget::update));
    connect(&m_selection, &Selection::hoveredChanged, this, qOverload<>(&QWidget::update));
}

void LatentMap::forgetCells()
{
    m_content.forgetCells();
    m_layers.resetRun();
    m_layers.resetGroup();
    redrawCells();
}

void LatentMap::onWorkspace()
{
    m_content.followWorkspace();
    onPlaces(true);
}

void LatentMap::onPlaces(bool another)
{
    m_content.followLayout();
    m_layers.resetCells();
    m_reset->setVisible(!m_content.isEmpty());
    if (another || m_fitted)
        resetView();
    else
        update();
}

void LatentMap::onRunAdvanced()
{
    refit();
    update();
}

void LatentMap::onValues()
{
    m_content.followValues();
    refit();
    redrawCells();
}

void LatentMap::setColouring(const CellColouring& colouring)
{
    m_content.setColouring(colouring);
    refit();
    redrawCells();
}

void LatentMap::setTool(Tool tool)
{
    m_tool = tool;
    m_pointer.cancelArea();
    setCursor(tool == Tool::Pan ? Qt::ArrowCursor : Qt::CrossCursor);
}

void LatentMap::setShownRound(std::optional<int> round)
{
    m_content.setShownRound(round);
    update();
}

QPointF LatentMap::positionOf(CellIndex cell) const
{
    return m_content.positionOf(cell, m_transform);
}

std::optional<CellIndex> LatentMap::cellAt(QPointF position) const
{
    return m_content.grid().nearest(m_transform.toData(position), reach / m_transform.scale(),
                                    [this](CellIndex cell) { return m_state.filter().accepts(cell); });
}

std::vector<CellIndex> LatentMap::cellsIn(const QPolygonF& area) const
{
    const QRectF bounds = area.boundingRect();
    std::vector<CellIndex> cells;
    for (CellIndex cell = 0; cell < m_content.grid().points().size(); ++cell) {
        const QPointF at = positionOf(cell);
        if (bounds.contains(at) && m_state.filter().accepts(cell) && area.containsPoint(at, Qt::OddEvenFill))
            cells.push_back(cell);
    }
    return cells;
}

MapPainter LatentMap::painterOfContent() const
{
    return {m_content, {size(), font(), palette()}};
}

void LatentMap::fit()
{
    m_transform.fit(m_content.grid().bounds(), painterOfContent().plotArea());
}

// The legend may need another line.
void LatentMap::refit()
{
    if (m_fitted)
        fit();
}

void LatentMap::redrawCells()
{
    m_layers.resetCells();
    update();
}

void LatentMap::resetView()
{
    m_fitted = true;
    fit();
    update();
}

void LatentMap::setPart(const std::optional<MapTransform>& part)
{
    resetView();
    if (!part)
        return;
    m_fitted = false;
    m_transform = *part;
}

void LatentMap::zoom(double factor)
{
    m_fitted = false;
    m_transform.zoom(factor, painterOfContent().plotArea().center());
    update();
}

void LatentMap::pan(QPointF pixels)
{
    m_fitted = false;
    m_transform.pan(pixels);
    update();
}

void LatentMap::step(int right, int up)
{
    constexpr double stride = 60.0; // pixels
    pan({-stride * right, stride * up});
}

void LatentMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_content.isEmpty())
        return painterOfContent().paintHint(painter);
    painterOfContent().paint(painter, m_transform, m_layers, devicePixelRatioF());
    m_pointer.paint(painter);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void LatentMap::paintFigure(QPaintDevice& device, double scale)
{
    constexpr double sharp = 2.0; // the dots are pixels, in any device
    MapLayers layers;
    QPainter painter(&device);
    painter.scale(scale, scale);
    painterOfContent().paint(painter, m_transform, layers, std::max(sharp, std::min(scale, 2.0 * sharp)));
}

void LatentMap::resizeEvent(QResizeEvent*)
{
    placeButton();
    refit();
}

void LatentMap::placeButton()
{
    m_reset->resize(m_reset->sizeHint());
    m_reset->move(width() - m_reset->width() - 6, 6);
}

void LatentMap::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_reset->setIcon(themedIcon(QStringLiteral("reset-view"), palette()));
        update();
    } else if (event->type() == QEvent::FontChange) {
        refit();
    }
    QWidget::changeEvent(event);
}

void LatentMap::mousePressEvent(QMouseEvent* event)
{
    std::optional<AreaSelector::Shape> shape;
    if (event->modifiers().testFlag(Qt::ShiftModifier) || m_tool == Tool::Box)
        shape = AreaSelector::Shape::Box;
    else if (m_tool == Tool::Lasso)
        shape = AreaSelector::Shape::Lasso;
    m_pointer.press(*event, shape);
}

void LatentMap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_pointer.move(*event) != CellPointer::Motion::Pan)
        return;
    setCursor(Qt::ClosedHandCursor);
    pan(m_pointer.moved());
}

void LatentMap::mouseReleaseEvent(QMouseEvent* event)
{
    m_pointer.release(*event);
    if (event->button() == Qt::LeftButton)
        setTool(m_tool); // its cursor
}

void LatentMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_pointer.doubleClick(*event);
}

void LatentMap::wheelEvent(QWheelEvent* event)
{
    const double steps = event->angleDelta().y() / 120.0;
    if (steps == 0.0)
        return;
    m_fitted = false;
    m_transform.zoom(std::pow(1.25, steps), event->position());
    event->accept();
    update();
}

void LatentMap::keyPressEvent(QKeyEvent* event)
{
    if (!m_pointer.keyPress(*event))
        QWidget::keyPressEvent(event);
}

void LatentMap::leaveEvent(QEvent* event)
{
    m_pointer.leave();
    QWidget::leaveEvent(event);
}

void LatentMap::contextMenuEvent(QContextMenuEvent* event)
{
    showFigureMenu(*this, *this, event->globalPos());
}

} // namespace inverso::ui
