// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/inversion_plot.h"

#include "core/base/statistics.h"
#include "ui/base/color_map.h"
#include "ui/plots/accuracy_guides.h"
#include "ui/state/cell_facts.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"
#include "ui/state/figure_csv.h"

#include <algorithm>
#include <cmath>

namespace inverso::ui {

InversionPlot::InversionPlot(ExplorerState& state, Selection& selection, QWidget* parent)
    : PlotWidget(state, selection, parent)
    , m_range(addRangeBand(*this))
    , m_diagonal(addDiagonal(*this, tr("True = target")))
    , m_target(addGraph())
    , m_earlier(addGraph())
    , m_latest(addGraph())
    , m_trained(addGraph())
{
    setObjectName(QStringLiteral("inversionPlot"));
    setAccessibleName(tr("Inversion"));
    setTitles(tr("Target accuracy (%)"), tr("True validation (%)"));
    m_latest->setName(tr("This target"));
    m_earlier->setName(tr("Earlier targets"));
    m_trained->setName(tr("Trained here"));
    m_target->removeFromLegend();
    orderLegend({m_latest, m_earlier, m_diagonal});
    finishConstruction();
    placeTarget();
    connect(&state, &ExplorerState::generationsChanged, this, &InversionPlot::refill);
    connect(&state, &ExplorerState::snapshotChanged, this, &InversionPlot::refill);
    connect(&state, &ExplorerState::workspaceChanged, this, &InversionPlot::refill);
    connect(&state, &ExplorerState::runBegun, this, &InversionPlot::refill);
    connect(&state, &ExplorerState::datasetChanged, this, &InversionPlot::refill);
    connect(&state.trainings(), &CellTrainings::resultsChanged, this, &InversionPlot::refill);
    refill();
}

void InversionPlot::recolor()
{
    QColor dots = accentColor(Accent::Blue, dark());
    dots.setAlphaF(0.5F);
    styleDots(*m_earlier, dots, 5.0);
    styleDots(*m_latest, accentColor(Accent::Orange, dark()), 7.0, QPen(palette().color(QPalette::Base), 0.8));
    const QColor trained = accentColor(Accent::Green, dark());
    m_trained->setLineStyle(QCPGraph::lsNone);
    m_trained->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(trained, 1.8), Qt::NoBrush, 9.0));
    recolorDiagonal(*m_diagonal, palette());
    m_target->setPen(QPen(accentColor(Accent::Green, dark()), 2.0));
    recolorRangeBand(*m_range, palette());
}

void InversionPlot::setTarget(double percent)
{
    m_targetPercent = percent;
    placeTarget();
    refresh();
}

void InversionPlot::placeTarget()
{
    m_target->data()->clear();
    m_target->addData(m_targetPercent, -10.0);
    m_target->addData(m_targetPercent, 110.0);
}

// Over the whole height: some cell reaches a target in the band.
void InversionPlot::placeRange()
{
    const Table::Dataset* dataset = state().dataset();
    m_range->setVisible(dataset != nullptr && dataset->known > 0);
    if (dataset == nullptr || dataset->known == 0)
        return;
    const auto [low, high] = accuracyRange(*dataset);
    placeRangeBand(*m_range, low, high);
}

bool InversionPlot::isOnTarget(QPointF position) const
{
    constexpr double reach = 6.0; // pixels
    return std::abs(xAxis->coordToPixel(m_targetPercent) - position.x()) <= reach;
}

bool InversionPlot::beginOwnDrag(QPointF position)
{
    m_isDragging = state().hasModel() && isOnTarget(position) && axisRect()->rect().contains(position.toPoint())
                   && !cellAt(position);
    return m_isDragging;
}

void InversionPlot::ownDrag(QPointF position, bool last)
{
    emit targetDragged(std::clamp(std::round(xAxis->pixelToCoord(position.x()) * 10.0) / 10.0, 0.0, 100.0));
    if (!last)
        return;
    m_isDragging = false;
    refresh(); // the axes were not updated during the drag
}

void InversionPlot::mouseMoveEvent(QMouseEvent* event)
{
    setCursor(m_isDragging || (state().hasModel() && isOnTarget(event->position())) ? Qt::SplitHCursor
                                                                                    : Qt::ArrowCursor);
    PlotWidget::mouseMoveEvent(event);
}

void InversionPlot::refill()
{
    placeRange();
    m_earlier->data()->clear();
    m_latest->data()->clear();
    m_trained->data()->clear();
    std::vector<CellPoint> points;
    const std::vector<GeneratedCells>& all = state().generations();
    for (const GeneratedCells& cells : all)
        addGenerated(cells, &cells == &all.back() ? *m_latest : *m_earlier, points);
    if (m_trained->data()->isEmpty())
        m_trained->removeFromLegend();
    else
        m_trained->addToLegend();
    setPoints(std::move(points));
    setHint(state().hasModel()
                ? QString()
                : tr("Cells for a target accuracy: run a search with an invertible network (inn), then generate."));
    updateCaption();
    refresh();
}

void InversionPlot::addGenerated(const GeneratedCells& cells, QCPGraph& graph, std::vector<CellPoint>& points)
{
    const Table::Dataset* dataset = state().dataset();
    for (const InvertedCell& cell : cells.inversion.cells) {
        double truth = dataset != nullptr ? double{dataset->valid[cell.cell]} : std::nan("");
        const StoredTraining* trained = std::isnan(truth) ? state().trainings().result(cell.cell) : nullptr;
        if (trained != nullptr)
            truth = trained->record.valid;
        if (std::isnan(truth) || !isShown(cell.cell))
            continue;
        (trained != nullptr ? *m_trained : graph).addData(cells.target, truth);
        points.push_back({cell.cell, cells.target, truth});
    }
}

void InversionPlot::updateCaption()
{
    const std::vector<GeneratedCells>& all = state().generations();
    const Table::Dataset* dataset = state().dataset();
    if (all.empty() || dataset == nullptr)
        return setCaption(state().hasModel() ? tr("Set a target and generate.") : QString());
    const GeneratedCells& latest = all.back();
    std::vector<double> errors;
    for (const InvertedCell& cell : latest.inversion.cells) {
        const double truth = double{dataset->valid[cell.cell]};
        if (!std::isnan(truth))
            errors.push_back(std::abs(truth - latest.target));
    }
    const QString head = tr("Target %1, %n cells", nullptr, static_cast<int>(latest.inversion.cells.size()))
                             .arg(percentText(latest.target, 1));
    if (errors.empty())
        return setCaption(head);
    setCaption(head
               + tr(": |true − target| mean %1, median %2 points")
                     .arg(QLocale().toString(mean(errors), 'f', 2), QLocale().toString(median(errors), 'f', 2)));
}

void InversionPlot::fitAxes()
{
    if (m_isDragging)
        return; // the plot must not move under the pointer
    QCPRange targets(m_targetPercent, m_targetPercent);
    QCPRange truths = targets;
    for (const CellPoint& point : points()) {
        targets.expand(point.x);
        truths.expand(point.y);
    }
    const double pad = std::max(1.5, 0.06 * targets.size());
    targets.lower -= pad;
    targets.upper += pad;
    truths.expand(targets); // so that the diagonal is visible
    const double padUp = 0.04 * truths.size();
    xAxis->setRange(targets);
    yAxis->setRange(truths.lower - padUp, truths.upper + padUp);
}

int InversionPlot::trainedCount() const
{
    return m_trained->dataCount();
}

QString InversionPlot::figureCsv() const
{
    return generatedCellsCsv(state(), QStringLiteral("cells generated for target accuracies"));
}

} // namespace inverso::ui
