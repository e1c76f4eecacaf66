// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/search_curve_plot.h"

#include "ui/state/cell_facts.h"
#include "ui/state/color_map.h"
#include "ui/state/explorer_state.h"
#include "ui/state/theme.h"

#include <algorithm>
#include <cmath>

namespace inverso::ui {

SearchCurvePlot::SearchCurvePlot(ExplorerState& state, Selection& selection, QWidget* parent)
    : PlotWidget(state, selection, parent)
    , m_optimum(addGraph())
    , m_queries(addGraph())
    , m_test(addGraph())
    , m_valid(addGraph())
{
    setObjectName(QStringLiteral("searchCurve"));
    setAccessibleName(tr("Search curve"));
    setTitles(tr("Queries"), tr("Accuracy (%)"));
    m_valid->setName(tr("Best validation"));
    m_test->setName(tr("Its test"));
    m_queries->setName(tr("Each query"));
    m_optimum->setName(tr("Best in the table"));
    m_valid->setLineStyle(QCPGraph::lsStepLeft);
    m_test->setLineStyle(QCPGraph::lsStepLeft);
    orderLegend({m_valid, m_test, m_queries, m_optimum});
    finishConstruction();
    for (const auto signal : {&ExplorerState::runBegun, &ExplorerState::runAdvanced, &ExplorerState::workspaceChanged})
        connect(&state, signal, this, &SearchCurvePlot::refill);
    refill();
}

void SearchCurvePlot::recolor()
{
    const QColor blue = accentColor(Accent::Blue, dark());
    const QColor orange = accentColor(Accent::Orange, dark());
    m_valid->setPen(QPen(blue, 2.2));
    m_test->setPen(QPen(orange, 1.8, Qt::DashLine));
    m_optimum->setPen(QPen(mutedColor(palette(), 0.7), 1.2, Qt::DotLine));
    QColor dots = blue;
    dots.setAlphaF(0.45F);
    styleDots(*m_queries, dots, 5.0);
}

void SearchCurvePlot::refill()
{
    const RunRecord& run = state().run();
    for (QCPGraph* graph : {m_valid, m_test, m_queries, m_optimum})
        graph->data()->clear();
    std::vector<CellPoint> points;
    for (const Query& query : run.queries()) {
        points.push_back({query.cell, double(query.number), query.label.valid});
        m_queries->addData(query.number, query.label.valid);
    }
    // A step line needs its steps and its end; stroking every query would cost most of a frame.
    for (std::size_t i = 0; i < run.curve().size(); ++i) {
        const CurvePoint& point = run.curve()[i];
        if (i > 0 && i + 1 < run.curve().size() && point.bestValid == run.curve()[i - 1].bestValid)
            continue;
        m_valid->addData(point.queries, point.bestValid);
        m_test->addData(point.queries, point.testOfBest);
    }
    const Table::Dataset* dataset = state().dataset();
    if (dataset != nullptr && !run.isEmpty()) {
        const double best = double{dataset->valid[dataset->best]};
        m_optimum->addData(0.0, best);
        m_optimum->addData(std::max(run.settings().budget, 1), best);
    }
    setPoints(std::move(points));
    setHint(run.isEmpty() ? tr("The best accuracy found, query by query, once a search runs.") : QString());
    updateCaption();
    refresh();
}

void SearchCurvePlot::updateCaption()
{
    const RunRecord& run = state().run();
    const Query* best = run.best();
    if (best == nullptr)
        return setCaption(QString());
    setCaption(tr("%1, %2, seed %3. After %n queries: best validation %4 (query %5), its test %6", nullptr,
                  static_cast<int>(run.queries().size()))
                   .arg(QString::fromStdString(run.dataset()), QString::fromStdString(run.settings().method))
                   .arg(run.settings().seed)
                   .arg(percentText(best->label.valid))
                   .arg(best->number)
                   .arg(percentText(best->label.test)));
}

void SearchCurvePlot::fitAxes()
{
    const RunRecord& run = state().run();
    xAxis->setRange(0.0, std::max(run.settings().budget, 1) * 1.02);
    if (run.curve().empty()) {
        yAxis->setRange(0.0, 100.0);
        return;
    }
    // From what the initial labels reached: the climb from the very first cell would flatten the rest.
    const auto initial = run.rounds().front().queries.size();
    const CurvePoint& from = run.curve()[std::min(initial, run.curve().size()) / 2];
    double low = std::fmin(from.bestValid, from.testOfBest);
    double high = std::fmax(from.bestValid, from.testOfBest);
    for (const QCPGraph* graph : {m_valid, m_test, m_optimum}) {
        for (const QCPGraphData& point : *graph->data()) {
            if (point.key < from.queries && graph != m_optimum)
                continue;
            if (!std::isnan(point.value)) {
                low = std::min(low, point.value);
                high = std::max(high, point.value);
            }
        }
    }
    const double pad = std::max(0.1 * (high - low), 0.2);
    yAxis->setRange(low - 2.0 * pad, high + pad);
}

} // namespace inverso::ui
