// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/evaluation_plot.h"

#include "core/search/evaluation.h"
#include "ui/base/color_map.h"
#include "ui/base/csv_text.h"
#include "ui/plots/accuracy_guides.h"
#include "ui/state/explorer_state.h"
#include "ui/state/figure_csv.h"

#include <algorithm>
#include <cmath>

namespace inverso::ui {

EvaluationPlot::EvaluationPlot(Targets targets, ExplorerState& state, Selection& selection, QWidget* parent)
    : PlotWidget(state, selection, parent)
    , m_targets(targets)
    , m_range(addRangeBand(*this))
    , m_diagonal(addDiagonal(*this, tr("True = target")))
    , m_cells(addGraph())
{
    setObjectName(targets == Targets::Data ? QStringLiteral("dataEvaluation") : QStringLiteral("sweepEvaluation"));
    setAccessibleName(targets == Targets::Data ? tr("Inversion of the data set's accuracies")
                                               : tr("Inversion of all accuracies"));
    setTitles(tr("Target accuracy (%)"), tr("True validation (%)"));
    m_cells->setName(tr("New cell"));
    orderLegend({m_cells, m_diagonal});
    finishConstruction();
    connect(&state, &ExplorerState::inversionReportChanged, this, &EvaluationPlot::refill);
    refill();
}

const InversionResult* EvaluationPlot::result() const
{
    const InversionReportPtr& report = state().inversionReport();
    if (!report)
        return nullptr;
    return m_targets == Targets::Data ? &report->data : &report->sweep;
}

void EvaluationPlot::recolor()
{
    QColor dots = accentColor(Accent::Blue, dark());
    dots.setAlphaF(0.55F);
    styleDots(*m_cells, dots, 5.0);
    recolorDiagonal(*m_diagonal, palette());
    recolorRangeBand(*m_range, palette());
}

void EvaluationPlot::refill()
{
    m_cells->data()->clear();
    std::vector<CellPoint> points;
    const InversionResult* measured = result();
    m_range->setVisible(measured != nullptr);
    if (measured != nullptr) {
        placeRangeBand(*m_range, measured->rangeLow, measured->rangeHigh);
        for (const InversionPoint& point : measured->points) {
            if (std::isnan(point.truth) || !isShown(point.cell))
                continue;
            m_cells->addData(double{point.target}, double{point.truth});
            points.push_back({point.cell, double{point.target}, double{point.truth}});
        }
        const QLocale locale;
        setCaption(tr("%n targets, %1 labels: |true − target| mean %2, median %3, 90 % below %4 points; best possible "
                      "%5; invalid %6 %, different %7 %",
                      nullptr, static_cast<int>(measured->points.size()))
                       .arg(state().inversionReport()->queries)
                       .arg(locale.toString(measured->mean, 'f', 2), locale.toString(measured->median, 'f', 2),
                            locale.toString(measured->p90, 'f', 2), locale.toString(measured->bestPossible, 'f', 2),
                            locale.toString(100.0 * measured->invalidShare, 'f', 1),
                            locale.toString(100.0 * measured->distinctShare, 'f', 0)));
    }
    setPoints(std::move(points));
    setHint(measured != nullptr ? QString() : tr("Press Measure to see how well the model inverts many targets."));
    refresh();
}

void EvaluationPlot::fitAxes()
{
    QCPRange range(100.0, 0.0);
    for (const CellPoint& point : points()) {
        range.lower = std::min({range.lower, point.x, point.y});
        range.upper = std::max({range.upper, point.x, point.y});
    }
    if (range.lower >= range.upper)
        range = {0.0, 100.0};
    const double pad = 0.04 * range.size();
    xAxis->setRange(range.lower - pad, range.upper + pad);
    yAxis->setRange(range.lower - pad, range.upper + pad);
}

QString EvaluationPlot::figureName() const
{
    return m_targets == Targets::Data ? QStringLiteral("inversion-data") : QStringLiteral("inversion-sweep");
}

QString EvaluationPlot::figureCsv() const
{
    const InversionResult* measured = result();
    if (measured == nullptr)
        return {};
    QString text =
        figureComment(state(), m_targets == Targets::Data ? QStringLiteral("inversion of the data set's own accuracies")
                                                          : QStringLiteral("inversion of all accuracies in reach"))
        + csvLine({QStringLiteral("target_percent"), QStringLiteral("cell"), QStringLiteral("predicted_percent"),
                   QStringLiteral("true_validation_percent")});
    for (const InversionPoint& point : measured->points)
        if (isShown(point.cell))
            text += csvLine({csvNumber(double{point.target}), cellName(state(), point.cell),
                             csvNumber(double{point.predicted}), csvNumber(double{point.truth})});
    return text;
}

} // namespace inverso::ui
