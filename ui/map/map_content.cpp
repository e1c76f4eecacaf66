// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_content.h"

#include "ui/base/csv_text.h"
#include "ui/state/explorer_state.h"
#include "ui/state/figure_csv.h"
#include "ui/state/filter.h"
#include "ui/state/map_layouts.h"
#include "ui/state/selection.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <initializer_list>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::LatentMap)
};

bool isKind(const PhasePtr& phase, std::initializer_list<PhaseKind> kinds)
{
    return phase && std::ranges::find(kinds, phase->kind) != kinds.end();
}

} // namespace

MapContent::MapContent(const ExplorerState& state, const Selection& selection)
    : m_state(state)
    , m_selection(selection)
{
}

void MapContent::forgetCells()
{
    m_shownRound.reset();
    m_values = {};
    m_proposed.clear();
}

void MapContent::followWorkspace()
{
    if (m_colouring.kind == CellColouring::Kind::Attribute)
        m_colouring = {}; // the column may not be in this table
    followValues();
}

void MapContent::followLayout()
{
    m_layout = m_state.layouts().shown();
    m_grid = m_layout ? PointGrid(m_layout->places) : PointGrid();
}

void MapContent::followValues()
{
    m_values = cellValues(m_state, m_colouring);
}

// The cells that a phase has proposed stay visible behind the chosen ones.
void MapContent::followPhase()
{
    const PhasePtr& phase = m_state.steppedPhase();
    if (isKind(phase, {PhaseKind::Decode, PhaseKind::Predict, PhaseKind::Generate}))
        m_proposed = phase->cells;
    else if (!isKind(phase, {PhaseKind::Select, PhaseKind::Query}))
        m_proposed.clear();
}

void MapContent::setColouring(const CellColouring& colouring)
{
    m_colouring = colouring;
    followValues();
}

QPointF MapContent::positionOf(CellIndex cell, const MapTransform& transform) const
{
    const std::vector<QPointF>& points = m_grid.points();
    return cell < points.size() ? transform.toPixel(points[cell]) : QPointF(-1, -1);
}

const std::vector<CellIndex>& MapContent::chosen() const
{
    static const std::vector<CellIndex> none;
    const PhaseCells counts = phaseCells();
    return counts.chosen + counts.asked > 0 ? m_state.steppedPhase()->cells : none;
}

int MapContent::lastRound() const
{
    const RunRecord& run = m_state.run();
    const int last = run.isEmpty() ? 0 : run.rounds().back().number;
    return m_shownRound ? std::min(*m_shownRound, last) : last;
}

PhaseCells MapContent::phaseCells() const
{
    PhaseCells cells;
    cells.proposed = m_proposed.size();
    const PhasePtr& phase = m_state.steppedPhase();
    if (isKind(phase, {PhaseKind::Select}))
        cells.chosen = phase->cells.size();
    else if (isKind(phase, {PhaseKind::Query, PhaseKind::Label}))
        cells.asked = phase->cells.size();
    return cells;
}

MapLegend MapContent::legend() const
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
        legend.scaleLow = QLocale().toString(m_values.low, 'f', m_values.decimals);
        legend.scaleHigh = QLocale().toString(m_values.high, 'f', m_values.decimals);
    }
    legend.shown = m_state.filter().isActive() ? std::optional(m_state.filter().count()) : std::nullopt;
    legend.group = m_selection.group().size();
    legend.keepsRoom = isActive(m_state.phase());
    legend.phase = phaseCells();
    return legend;
}

bool MapContent::hasAxes() const
{
    return m_layout->kind == MapLayout::Kind::PrincipalPlane; // the axes of t-SNE have no meaning
}

QString MapContent::caption() const
{
    if (hasAxes())
        return Words::tr("Principal component 1 of the latent code μ");
    return (m_layout->tuned ? Words::tr("t-SNE of the fine-tuned latent code μ · perplexity %1, iteration %2, KL %3")
                            : Words::tr("t-SNE of the latent code μ · perplexity %1, iteration %2, KL %3"))
        .arg(QLocale().toString(m_layout->perplexity, 'f', 0), QLocale().toString(m_layout->iteration),
             QLocale().toString(m_layout->klDivergence, 'f', 2));
}

QString MapContent::csv() const
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
