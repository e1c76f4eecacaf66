// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/regression_plot.h"

#include "ui/base/color_map.h"
#include "ui/base/csv_text.h"
#include "ui/plots/accuracy_guides.h"
#include "ui/state/explorer_state.h"
#include "ui/state/figure_csv.h"

#include <algorithm>

namespace inverso::ui {

namespace {

QString figures(const RegressionResult& result)
{
    const QLocale locale;
    return RegressionPlot::tr("RMSE %1 points, ρ %2, τ %3")
        .arg(locale.toString(result.rmse, 'f', 2), locale.toString(result.spearman, 'f', 3),
             locale.toString(result.kendall, 'f', 3));
}

} // namespace

RegressionPlot::RegressionPlot(ExplorerState& state, Selection& selection, QWidget* parent)
    : PlotWidget(state, selection, parent)
    , m_diagonal(addDiagonal(*this, tr("Predicted = true")))
    , m_sample(addGraph())
    , m_validation(addGraph())
    , m_training(addGraph())
{
    setObjectName(QStringLiteral("regressionPlot"));
    setAccessibleName(tr("Regression"));
    setTitles(tr("True validation accuracy (%)"), tr("Predicted (%)"));
    m_training->setName(tr("Training"));
    m_validation->setName(tr("Validation"));
    m_sample->setName(tr("Test (sample of the others)"));
    orderLegend({m_training, m_sample, m_diagonal});
    finishConstruction();
    connect(&state, &ExplorerState::snapshotChanged, this, &RegressionPlot::refill);
    connect(&state, &ExplorerState::runBegun, this, &RegressionPlot::refill);
    connect(&state, &ExplorerState::workspaceChanged, this, &RegressionPlot::refill);
    refill();
}

void RegressionPlot::recolor()
{
    QColor dots = accentColor(Accent::Blue, dark());
    dots.setAlphaF(0.4F);
    styleDots(*m_sample, dots, 4.5);
    const QPen outline(palette().color(QPalette::Base), 0.8);
    styleDots(*m_training, accentColor(Accent::Orange, dark()), 6.5, outline);
    styleDots(*m_validation, accentColor(Accent::Green, dark()), 6.5, outline);
    recolorDiagonal(*m_diagonal, palette());
}

void RegressionPlot::fill(QCPGraph& graph, const RegressionResult& result, std::vector<CellPoint>& points) const
{
    graph.data()->clear();
    for (const RegressionPoint& point : result.points) {
        if (!isShown(point.cell))
            continue;
        graph.addData(double{point.truth}, double{point.predicted});
        points.push_back({point.cell, double{point.truth}, double{point.predicted}});
    }
}

void RegressionPlot::refill()
{
    std::vector<CellPoint> points;
    const SnapshotPtr& snapshot = state().snapshot();
    const RegressionResult nothing;
    fill(*m_sample, snapshot ? snapshot->sample : nothing, points);
    fill(*m_validation, snapshot ? snapshot->validation : nothing, points);
    fill(*m_training, snapshot ? snapshot->training : nothing, points);
    const bool validates = snapshot && !snapshot->validation.points.empty();
    orderLegend(validates ? std::vector{m_training, m_validation, m_sample, m_diagonal}
                          : std::vector{m_training, m_sample, m_diagonal});
    if (!validates)
        m_validation->removeFromLegend();
    setPoints(std::move(points));
    if (snapshot) {
        const auto others = static_cast<int>(snapshot->sample.points.size());
        setHint({});
        const auto trained = static_cast<int>(snapshot->training.points.size());
        QString words = tr("Training, %n cells: %1", nullptr, trained).arg(figures(snapshot->training));
        if (validates)
            words += QLatin1Char('\n')
                     + tr("Validation, %n cells: %1", nullptr, static_cast<int>(snapshot->validation.points.size()))
                           .arg(figures(snapshot->validation));
        setCaption(words + QLatin1Char('\n')
                   + tr("Test, %n others: %1", nullptr, others).arg(figures(snapshot->sample)));
    } else {
        setCaption({});
        setHint(state().run().isEmpty() ? tr("Shows predicted against true accuracy once a search with a model runs.")
                                        : tr("This method fits no model, so there are no predictions."));
    }
    refresh();
}

void RegressionPlot::fitAxes()
{
    double low = 100.0;
    double high = 0.0;
    for (const CellPoint& point : points()) {
        low = std::min({low, point.x, point.y});
        high = std::max({high, point.x, point.y});
    }
    if (low >= high) {
        low = 0.0;
        high = 100.0;
    }
    const double pad = 0.05 * (high - low);
    xAxis->setRange(low - pad, high + pad);
    yAxis->setRange(low - pad, high + pad);
}

QString RegressionPlot::figureCsv() const
{
    QString text = figureComment(state(), QStringLiteral("predicted against true validation accuracy"))
                   + csvLine({QStringLiteral("split"), QStringLiteral("cell"), QStringLiteral("true_percent"),
                              QStringLiteral("predicted_percent")});
    const SnapshotPtr& snapshot = state().snapshot();
    if (!snapshot)
        return {};
    const auto add = [&](const QString& split, const RegressionResult& result) {
        for (const RegressionPoint& point : result.points)
            if (isShown(point.cell))
                text += csvLine({split, cellName(state(), point.cell), csvNumber(double{point.truth}),
                                 csvNumber(double{point.predicted})});
    };
    add(QStringLiteral("training"), snapshot->training);
    add(QStringLiteral("validation"), snapshot->validation);
    add(QStringLiteral("test"), snapshot->sample);
    return text;
}

} // namespace inverso::ui
