// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/search_curve_plot.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"
#include "ui/plots/search_curve_csv.h"
#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"

#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace inverso::ui {

namespace {

// A step line needs only its steps and its end; drawing every query would take most of a frame.
void fillSteps(QCPGraph& graph, const std::vector<CurvePoint>& curve, double CurvePoint::*which)
{
    for (std::size_t i = 0; i < curve.size(); ++i) {
        if (i == 0 || i + 1 == curve.size() || curve[i].bestValid != curve[i - 1].bestValid
            || curve[i].*which != curve[i - 1].*which)
            graph.addData(curve[i].queries, curve[i].*which);
    }
}

} // namespace

SearchCurvePlot::SearchCurvePlot(ExplorerState& state, Selection& selection, QWidget* parent)
    : PlotWidget(state, selection, parent)
    , m_optimum(addGraph())
    , m_queries(addGraph())
    , m_test(addGraph())
    , m_valid(addGraph())
    , m_printed(*this)
{
    setObjectName(QStringLiteral("searchCurve"));
    setAccessibleName(tr("Search curve"));
    setTitles(tr("Queries"), tr("Accuracy (%)"));
    m_valid->setName(tr("Best validation"));
    m_test->setName(tr("Its test accuracy"));
    m_queries->setName(tr("Each query"));
    m_optimum->setName(tr("Best in the table"));
    m_printed.graph()->setName(tr("Printed result ± sd"));
    m_valid->setLineStyle(QCPGraph::lsStepLeft);
    m_test->setLineStyle(QCPGraph::lsStepLeft);
    addLayer(QStringLiteral("others"), layer(QStringLiteral("main")), limBelow);
    finishConstruction();
    for (const auto signal :
         {&ExplorerState::runBegun, &ExplorerState::workspaceChanged, &ExplorerState::datasetChanged})
        connect(&state, signal, this, &SearchCurvePlot::rebuild);
    connect(&state, &ExplorerState::runAdvanced, this, &SearchCurvePlot::refill);
    connect(&state.archive(), &RunArchive::changed, this, &SearchCurvePlot::rebuild);
    connect(this, &QCustomPlot::beforeReplot, this, [this] { m_printed.placeNames(); });
    rebuild();
}

void SearchCurvePlot::setShows(const Shows& shows)
{
    if (shows == m_shows)
        return;
    m_shows = shows;
    rebuild();
}

bool SearchCurvePlot::showsCurrent() const
{
    if (state().run().isEmpty())
        return false;
    const auto id = state().archive().currentId();
    const ArchivedRun* archived = id ? state().archive().find(*id) : nullptr;
    return !id || (archived != nullptr && archived->visible);
}

void SearchCurvePlot::recolor()
{
    const QColor blue = accentColor(Accent::Blue, dark());
    m_valid->setPen(QPen(blue, 2.2));
    m_test->setPen(QPen(blue, 1.6, Qt::DashLine));
    m_optimum->setPen(QPen(mutedColor(palette(), 0.7), 1.2, Qt::DotLine));
    QColor dots = blue;
    dots.setAlphaF(0.45F);
    styleDots(*m_queries, dots, 5.0);
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.85);
    m_printed.recolor(mutedColor(palette(), 0.75), mutedColor(palette(), 0.85), palette().color(QPalette::Base), small);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Lines& lines = m_lines[i];
        const QColor color = runColor(m_series[i].color, dark());
        lines.valid->setPen(QPen(color, 1.8));
        lines.test->setPen(QPen(color, 1.3, Qt::DashLine));
        if (lines.top == nullptr)
            continue;
        QColor band = color;
        band.setAlphaF(0.20F);
        lines.top->setPen(Qt::NoPen);
        lines.bottom->setPen(Qt::NoPen);
        lines.top->setBrush(band);
    }
}

void SearchCurvePlot::rebuild()
{
    m_printedFor = nullptr;
    m_printed.setResults({});
    rebuildSeries();
    refill();
}

SearchCurvePlot::Lines SearchCurvePlot::addLines(const CurveSeries& series)
{
    const auto add = [this] {
        QCPGraph* graph = addGraph();
        graph->setLayer(QStringLiteral("others"));
        graph->setLineStyle(QCPGraph::lsStepLeft);
        graph->removeFromLegend();
        return graph;
    };
    Lines lines;
    if (series.isMean()) {
        lines.bottom = add();
        lines.top = add();
        for (std::size_t i = 0; i < series.curve.size(); ++i) {
            const CurvePoint& mean = series.curve[i];
            lines.bottom->addData(mean.queries, mean.bestValid - series.deviation[i].bestValid);
            lines.top->addData(mean.queries, mean.bestValid + series.deviation[i].bestValid);
        }
        lines.top->setChannelFillGraph(lines.bottom);
    }
    lines.test = add();
    lines.valid = add();
    lines.valid->setName(series.name);
    fillSteps(*lines.valid, series.curve, &CurvePoint::bestValid);
    if (m_shows.test)
        fillSteps(*lines.test, series.curve, &CurvePoint::testOfBest);
    return lines;
}

void SearchCurvePlot::rebuildSeries()
{
    for (const Lines& lines : m_lines)
        for (QCPGraph* graph : {lines.top, lines.bottom, lines.test, lines.valid})
            if (graph != nullptr)
                removeGraph(graph);
    m_lines.clear();
    m_series.clear();
    const Table::Dataset* dataset = state().dataset();
    if (dataset != nullptr)
        m_series = curveSeries(state().archive(), state().space()->name(), dataset->name, m_shows.averages,
                               state().archive().currentId());
    for (const CurveSeries& each : m_series)
        m_lines.push_back(addLines(each));
}

void SearchCurvePlot::refill()
{
    const RunRecord& run = state().run();
    for (QCPGraph* graph : {m_valid, m_test, m_queries})
        graph->data()->clear();
    std::vector<CellPoint> points;
    if (showsCurrent()) {
        for (const Query& query : run.queries()) {
            if (!m_shows.queries || !state().filter().accepts(query.cell))
                continue;
            points.push_back({query.cell, double(query.number), query.label.valid});
            m_queries->addData(query.number, query.label.valid);
        }
        fillSteps(*m_valid, run.curve(), &CurvePoint::bestValid);
        if (m_shows.test)
            fillSteps(*m_test, run.curve(), &CurvePoint::testOfBest);
    }
    fillOptimum();
    fillPrinted();
    recolor();
    updateWords();
    setPoints(std::move(points));
    refresh();
}

double SearchCurvePlot::lastQuery() const
{
    double last = showsCurrent() ? std::max(state().run().settings().budget, 1) : 1.0;
    for (const CurveSeries& each : m_series)
        last = std::max(last, double(each.curve.back().queries));
    return last;
}

void SearchCurvePlot::fillOptimum()
{
    m_optimum->data()->clear();
    const Table::Dataset* dataset = state().dataset();
    if (dataset == nullptr || isEmpty() || dataset->known == 0 || state().workspace()->live)
        return; // the best is unknown if cells are trained on demand
    const double best = double{dataset->valid[dataset->best]};
    m_optimum->addData(0.0, best);
    m_optimum->addData(2.0 * lastQuery(), best);
}

void SearchCurvePlot::fillPrinted()
{
    const Table::Dataset* dataset = state().dataset();
    const Table::Dataset* wanted = m_shows.printed && !isEmpty() ? dataset : nullptr;
    if (wanted == m_printedFor)
        return;
    m_printedFor = wanted;
    m_printed.setResults(wanted != nullptr ? printedResults(*state().space(), *wanted) : std::vector<PrintedResult>());
}

void SearchCurvePlot::updateWords()
{
    std::vector<QCPGraph*> entries;
    if (showsCurrent())
        entries = {m_valid, m_test, m_queries};
    if (!m_shows.test)
        std::erase(entries, m_test);
    if (!m_shows.queries)
        std::erase(entries, m_queries);
    for (const Lines& lines : m_lines)
        entries.push_back(lines.valid);
    if (m_optimum->dataCount() > 0)
        entries.push_back(m_optimum);
    if (!m_printed.results().empty())
        entries.push_back(m_printed.graph());
    for (QCPGraph* graph : {m_valid, m_test, m_queries, m_optimum, m_printed.graph()})
        graph->removeFromLegend();
    orderLegend(entries);

    setHint(!isEmpty()                ? QString()
            : state().run().isEmpty() ? tr("Shows the best accuracy after each query once a search runs.")
                                      : tr("Every run on this data set is hidden: tick one in the list of runs."));
    setCaption(isEmpty() ? QString() : bestWords());
}

QString SearchCurvePlot::bestWords() const
{
    const RunRecord& run = state().run();
    const Query* best = run.best();
    if (!showsCurrent() || best == nullptr) {
        return tr("%1: %n curves of earlier runs; solid: best validation, dashed: its test", nullptr,
                  static_cast<int>(m_series.size()))
            .arg(QString::fromStdString(state().dataset()->name));
    }
    return tr("%1, %2, seed %3. After %n queries: best validation %4 (query %5), its test %6", nullptr,
              static_cast<int>(run.queries().size()))
        .arg(QString::fromStdString(run.dataset()), QString::fromStdString(run.settings().method))
        .arg(run.settings().seed)
        .arg(percentText(best->label.valid))
        .arg(best->number)
        .arg(percentText(best->label.test));
}

void SearchCurvePlot::fitAxes()
{
    if (isEmpty()) {
        xAxis->setRange(0.0, std::max(state().run().settings().budget, 1) * 1.02);
        yAxis->setRange(0.0, 100.0);
        return;
    }
    const double last = lastQuery();
    const auto isNear = [&](const PrintedResult& result) { return result.queries <= last * 1.05; };
    const bool names = std::ranges::any_of(m_printed.results(), isNear);
    const double width = std::max(1, axisRect()->width());
    const double room = names ? std::min(0.5, m_printed.nameRoom() / width) : 0.02; // of the axis
    xAxis->setRange(0.0, last / (1.0 - room));
    // Starts at the best of the initial labels: the rise from the first cell would flatten the rest.
    const std::size_t initial =
        showsCurrent() ? state().run().rounds().front().queries.size() : static_cast<std::size_t>(last / 10.0);
    const double from = std::max(1.0, double(std::min(initial, static_cast<std::size_t>(last))) / 2.0);
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto include = [&](double value) {
        low = std::fmin(low, value);
        high = std::fmax(high, value);
    };
    const auto includeCurve = [&](const std::vector<CurvePoint>& curve) {
        for (const CurvePoint& point : curve) {
            if (point.queries < from && point.queries < curve.back().queries)
                continue;
            include(point.bestValid);
            if (m_shows.test)
                include(point.testOfBest);
        }
    };
    if (showsCurrent())
        includeCurve(state().run().curve());
    for (const CurveSeries& each : m_series)
        includeCurve(each.curve);
    for (const QCPGraphData& point : *m_optimum->data())
        include(point.value);
    const double pad = std::max(0.1 * (high - low), 0.2);
    yAxis->setRange(low - 2.0 * pad, high + pad);
}

void SearchCurvePlot::mouseMoveEvent(QMouseEvent* event)
{
    PlotWidget::mouseMoveEvent(event);
    const PrintedResult* result = event->buttons() == Qt::NoButton ? m_printed.at(event->position()) : nullptr;
    if (result == nullptr || cellAt(event->position()))
        return;
    const auto value = [](double mean, double deviation) {
        return std::isnan(deviation)
                   ? percentText(mean)
                   : QStringLiteral("%1 ± %2").arg(percentText(mean), QLocale().toString(deviation, 'f', 2));
    };
    QToolTip::showText(event->globalPosition().toPoint(),
                       tr("%1 (%2), %n queries\nvalidation %3\ntest %4", nullptr, result->queries)
                           .arg(result->method, result->source, value(result->valid, result->validDeviation),
                                value(result->test, result->testDeviation)),
                       this);
}

QString SearchCurvePlot::figureCsv() const
{
    const Table::Dataset* dataset = state().dataset();
    return searchCurveCsv(dataset != nullptr ? QString::fromStdString(dataset->name) : QStringLiteral("none"),
                          showsCurrent() ? &state().run() : nullptr, m_series, m_printed.results());
}

} // namespace inverso::ui
