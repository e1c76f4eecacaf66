// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/latent_map.h"

#include "ui/base/color_map.h"
#include "ui/base/csv_text.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"
#include "ui/state/explorer_state.h"
#include "ui/state/figure_csv.h"
#include "ui/state/filter.h"
#include "ui/state/map_layouts.h"
#include "ui/state/selection.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr double margin = 14.0;
constexpr double captionHeight = 20.0;
constexpr double reach = 12.0; // pixels from the pointer to a point that is meant

} // namespace

LatentMap::LatentMap(ExplorerState& state, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_selection(selection)
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

    connect(&m_state, &ExplorerState::workspaceAboutToChange, this, &LatentMap::forgetCells);
    connect(&m_state, &ExplorerState::workspaceChanged, this, &LatentMap::onWorkspace);
    connect(&m_state.layouts(), &MapLayouts::shownChanged, this, &LatentMap::onPlaces);
    connect(&m_state, &ExplorerState::runBegun, this, [this] {
        m_layers.resetRun();
        onRunAdvanced();
    });
    connect(&m_state, &ExplorerState::runAdvanced, this, &LatentMap::onRunAdvanced);
    connect(&m_state, &ExplorerState::phaseChanged, this, &LatentMap::onRunAdvanced);
    connect(&m_state, &ExplorerState::steppedPhaseChanged, this, &LatentMap::onSteppedPhase);
    connect(&m_state, &ExplorerState::snapshotChanged, this, [this] {
        if (m_colouring.followsModel())
            onValues(); // all cells anew, several times a second while a search runs
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
    onWorkspace();
}

void LatentMap::forgetCells()
{
    m_shownRound.reset();
    m_values = {};
    m_proposed.clear();
    m_layers.resetRun();
    m_layers.resetGroup();
    redrawCells();
}

void LatentMap::onWorkspace()
{
    if (m_colouring.kind == CellColouring::Kind::Attribute)
        m_colouring = {}; // the column may not be in this table
    m_values = cellValues(m_state, m_colouring);
    onPlaces(true);
}

void LatentMap::onPlaces(bool another)
{
    m_layout = m_state.layouts().shown();
    m_grid = m_layout ? PointGrid(m_layout->places) : PointGrid();
    m_layers.resetCells();
    m_reset->setVisible(!m_grid.points().empty());
    if (another || m_fitted)
        resetView();
    else
        update();
}

void LatentMap::setColouring(const CellColouring& colouring)
{
    m_colouring = colouring;
    onValues();
}

void LatentMap::onValues()
{
    m_values = cellValues(m_state, m_colouring);
    refit();
    redrawCells();
}

// The legend may need another line.
void LatentMap::refit()
{
    if (m_fitted)
        m_transform.fit(m_grid.bounds(), plotArea());
}

void LatentMap::redrawCells()
{
    m_layers.resetCells();
    update();
}

void LatentMap::setTool(Tool tool)
{
    m_tool = tool;
    m_area.cancel();
    setCursor(tool == Tool::Pan ? Qt::ArrowCursor : Qt::CrossCursor);
    update();
}

void LatentMap::setShownRound(std::optional<int> round)
{
    m_shownRound = round;
    update();
}

int LatentMap::lastRound() const
{
    const RunRecord& run = m_state.run();
    const int last = run.isEmpty() ? 0 : run.rounds().back().number;
    return m_shownRound ? std::min(*m_shownRound, last) : last;
}

void LatentMap::onRunAdvanced()
{
    refit();
    update();
}

// What a phase has proposed stays to be seen behind what is chosen of it.
void LatentMap::onSteppedPhase()
{
    const PhasePtr& phase = m_state.steppedPhase();
    const bool proposes = phase && (phase->kind == PhaseKind::Decode || phase->kind == PhaseKind::Predict);
    const bool chooses = phase && (phase->kind == PhaseKind::Select || phase->kind == PhaseKind::Query);
    if (proposes || (phase && phase->kind == PhaseKind::Generate))
        m_proposed = phase->cells;
    else if (!chooses)
        m_proposed.clear();
    onRunAdvanced();
}

PhaseCells LatentMap::phaseCells() const
{
    PhaseCells cells;
    cells.proposed = m_proposed.size();
    const PhasePtr& phase = m_state.steppedPhase();
    if (phase && phase->kind == PhaseKind::Select)
        cells.chosen = phase->cells.size();
    else if (phase && (phase->kind == PhaseKind::Query || phase->kind == PhaseKind::Label))
        cells.asked = phase->cells.size();
    return cells;
}

QPointF LatentMap::positionOf(CellIndex cell) const
{
    return cell < m_grid.points().size() ? m_transform.toPixel(m_grid.points()[cell]) : QPointF(-1, -1);
}

std::optional<CellIndex> LatentMap::cellAt(QPointF position) const
{
    return m_grid.nearest(m_transform.toData(position), reach / m_transform.scale(),
                          [this](CellIndex cell) { return m_state.filter().accepts(cell); });
}

MapLegend LatentMap::legend() const
{
    MapLegend legend;
    legend.cells = static_cast<quint32>(m_grid.points().size());
    const RunRecord& run = m_state.run();
    legend.hasRun = !run.isEmpty();
    legend.lastRound = lastRound();
    legend.hasCandidates = !run.isEmpty() && !run.rounds().back().candidates.empty();
    legend.roundScale = run.expectedRounds();
    if (!m_values.values.empty()) {
        legend.scaleTitle = m_values.title;
        legend.scaleLow = locale().toString(m_values.low, 'f', m_values.decimals);
        legend.scaleHigh = locale().toString(m_values.high, 'f', m_values.decimals);
    }
    legend.shown = m_state.filter().isActive() ? std::optional(m_state.filter().count()) : std::nullopt;
    legend.group = m_selection.group().size();
    legend.keepsRoom = isActive(m_state.phase());
    legend.phase = phaseCells();
    legend.font = font();
    legend.palette = palette();
    return legend;
}

QRectF LatentMap::plotArea() const
{
    const double legendHeight = legend().height(width() - 2 * margin);
    return QRectF(rect()).adjusted(margin + captionHeight, margin, -margin, -margin - captionHeight - legendHeight);
}

void LatentMap::resetView()
{
    m_fitted = true;
    m_transform.fit(m_grid.bounds(), plotArea());
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

void LatentMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_grid.points().empty()) {
        painter.fillRect(rect(), palette().color(QPalette::Base));
        return paintHint(painter);
    }
    paintMap(painter, m_layers, devicePixelRatioF());
    m_area.paint(painter, palette());
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
    paintMap(painter, layers, std::max(sharp, std::min(scale, 2.0 * sharp)));
}

void LatentMap::paintMap(QPainter& painter, MapLayers& layers, double pixelRatio) const
{
    painter.fillRect(rect(), palette().color(QPalette::Base));
    const MapLegend marks = legend();
    const double legendHeight = marks.height(width() - 2 * margin);
    painter.save();
    painter.setClipRect(QRectF(rect()).adjusted(0, 0, 0, -captionHeight - legendHeight));
    layers.paint(painter, {m_transform, size(), pixelRatio, palette()},
                 {m_grid.points(), m_state.run(), m_state.filter(), m_values, lastRound(), m_selection.group()});
    paintMarks(painter);
    painter.restore();
    painter.setFont(font());
    paintCaptions(painter);
    marks.paint(painter, QRectF(margin, height() - legendHeight - 4.0, width() - 2 * margin, legendHeight));
}

void LatentMap::paintMarks(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const bool dark = isDark(palette());
    for (const CellIndex cell : m_proposed)
        paintProposed(painter, positionOf(cell), palette());
    if (const PhaseCells counts = phaseCells(); counts.chosen + counts.asked > 0)
        for (const CellIndex cell : m_state.steppedPhase()->cells)
            paintChosen(painter, positionOf(cell), palette());
    const Query* best = m_state.run().best();
    if (best != nullptr && best->round <= lastRound())
        paintStar(painter, positionOf(best->cell), 9.0, accentColor(Accent::Gold, dark),
                  palette().color(QPalette::Text));
    painter.setBrush(Qt::NoBrush);
    if (const auto cell = m_selection.hovered()) {
        painter.setPen(QPen(palette().color(QPalette::Text), 1.4));
        painter.drawEllipse(positionOf(*cell), 7.0, 7.0);
    }
    if (const auto cell = m_selection.cell()) {
        painter.setPen(QPen(palette().color(QPalette::Base), 5.0)); // a halo sets it off from the crowd
        painter.drawEllipse(positionOf(*cell), 9.0, 9.0);
        painter.setPen(QPen(accentColor(Accent::Vermilion, dark), 2.4));
        painter.drawEllipse(positionOf(*cell), 9.0, 9.0);
    }
}

QString LatentMap::caption() const
{
    if (m_layout->kind == MapLayout::Kind::PrincipalPlane)
        return tr("Principal component 1 of the latent code μ");
    return (m_layout->tuned ? tr("t-SNE of the fine-tuned latent code μ · perplexity %1, iteration %2, KL %3")
                            : tr("t-SNE of the latent code μ · perplexity %1, iteration %2, KL %3"))
        .arg(locale().toString(m_layout->perplexity, 'f', 0), locale().toString(m_layout->iteration),
             locale().toString(m_layout->klDivergence, 'f', 2));
}

void LatentMap::paintCaptions(QPainter& painter) const
{
    const QRectF area = plotArea();
    painter.setPen(mutedColor(palette(), 0.75));
    const double below = height() - legend().height(width() - 2 * margin) - captionHeight - 4.0;
    painter.drawText(QRectF(area.left(), below, area.width(), captionHeight), Qt::AlignCenter, caption());
    if (m_layout->kind != MapLayout::Kind::PrincipalPlane)
        return; // the axes of t-SNE mean nothing
    painter.save();
    painter.translate(margin - 4.0, area.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-area.height() / 2, 0, area.height(), captionHeight), Qt::AlignCenter,
                     tr("Principal component 2"));
    painter.restore();
}

void LatentMap::paintHint(QPainter& painter) const
{
    QString hint = tr("Open a benchmark to see its cells here.");
    if (m_state.workspace())
        hint = tr("No latent map: %1\nMethods that need no model can still search.")
                   .arg(m_state.workspace()->weightsProblem);
    painter.setPen(mutedColor(palette(), 0.8));
    const QRectF area = QRectF(rect()).adjusted(width() / 6.0, 40, -width() / 6.0, -40);
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, hint);
}

void LatentMap::resizeEvent(QResizeEvent*)
{
    placeButton();
    if (m_fitted)
        m_transform.fit(m_grid.bounds(), plotArea());
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
    } else if (event->type() == QEvent::FontChange && m_fitted) {
        m_transform.fit(m_grid.bounds(), plotArea());
    }
    QWidget::changeEvent(event);
}

QString LatentMap::figureCsv() const
{
    QStringList header{QStringLiteral("cell"), QStringLiteral("x"), QStringLiteral("y"),
                       QStringLiteral("candidate_of_round"), QStringLiteral("query")};
    const bool valued = !m_values.values.empty();
    if (valued)
        header += m_values.title;
    std::vector<int> rounds(m_grid.points().size(), -1);
    for (const Round& round : m_state.run().rounds())
        for (const Candidate& candidate : round.candidates)
            rounds[candidate.cell] = round.number;
    QString text = figureComment(m_state, QStringLiteral("latent map: ") + caption()) + csvLine(header);
    for (CellIndex cell = 0; cell < m_grid.points().size(); ++cell) {
        if (!m_state.filter().accepts(cell))
            continue;
        const Query* query = m_state.run().query(cell);
        QStringList line{cellName(m_state, cell), csvNumber(m_grid.points()[cell].x()),
                         csvNumber(m_grid.points()[cell].y()),
                         rounds[cell] >= 0 ? QString::number(rounds[cell]) : QString(),
                         query != nullptr ? QString::number(query->number) : QString()};
        if (valued)
            line += csvNumber(double{m_values.values[cell]});
        text += csvLine(line);
    }
    return text;
}

} // namespace inverso::ui
