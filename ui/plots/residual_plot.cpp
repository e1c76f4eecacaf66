// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/residual_plot.h"

#include "core/base/statistics.h"
#include "ui/base/color_map.h"
#include "ui/base/theme.h"
#include "ui/plots/tickers.h"
#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"
#include "ui/state/figure_csv.h"

#include <algorithm>
#include <cmath>

namespace inverso::ui {

namespace {

constexpr int bins = 31; // odd: one is centred on 0

} // namespace

ResidualPlot::ResidualPlot(ExplorerState& state, Selection& selection, QWidget* parent)
    : PlotWidget(state, selection, parent)
    , m_all(new QCPBars(xAxis, yAxis))
    , m_latest(new QCPBars(xAxis, yAxis))
    , m_zero(addGraph())
{
    setObjectName(QStringLiteral("residualPlot"));
    setAccessibleName(tr("Residuals"));
    setTitles(tr("True − target (points)"), tr("Cells"));
    yAxis->setTicker(QSharedPointer<WholeNumberTicker>::create());
    m_all->setName(tr("All targets"));
    m_latest->setName(tr("This target"));
    m_zero->removeFromLegend();
    finishConstruction();
    connect(&state, &ExplorerState::generationsChanged, this, &ResidualPlot::refill);
    connect(&state, &ExplorerState::snapshotChanged, this, &ResidualPlot::refill);
    connect(&state, &ExplorerState::workspaceChanged, this, &ResidualPlot::refill);
    refill();
}

void ResidualPlot::recolor()
{
    QColor blue = accentColor(Accent::Blue, dark());
    blue.setAlphaF(0.45F);
    m_all->setPen(Qt::NoPen);
    m_all->setBrush(blue);
    m_latest->setPen(Qt::NoPen);
    m_latest->setBrush(accentColor(Accent::Orange, dark()));
    m_zero->setPen(QPen(mutedColor(palette(), 0.7), 1.2, Qt::DotLine));
}

void ResidualPlot::refill()
{
    std::vector<double> all;
    std::vector<double> latest;
    const Table::Dataset* dataset = state().dataset();
    for (const GeneratedCells& generation : state().generations()) {
        latest.clear();
        for (const InvertedCell& cell : generation.inversion.cells) {
            const double truth = dataset != nullptr ? double{dataset->valid[cell.cell]} : std::nan("");
            if (!std::isnan(truth) && isShown(cell.cell))
                latest.push_back(truth - generation.target);
        }
        all.insert(all.end(), latest.begin(), latest.end());
    }
    m_count = all.size();
    // The 95th percentile, so that one outlier does not put all others into one bar; values beyond it are counted in
    // the outermost bars.
    std::vector<double> sizes;
    for (const double residual : all)
        sizes.push_back(std::abs(residual));
    std::ranges::sort(sizes);
    m_reach = sizes.empty() ? 1.0 : std::max(0.5, sizes[(sizes.size() - 1) * 95 / 100]);
    const double width = 2.0 * m_reach / bins;
    const auto fill = [&](QCPBars& bars, const std::vector<double>& residuals) {
        std::vector<int> counts(bins);
        for (const double residual : residuals)
            ++counts[static_cast<std::size_t>(
                std::clamp(static_cast<int>(std::floor((residual + m_reach) / width)), 0, bins - 1))];
        bars.data()->clear();
        bars.setWidth(0.92 * width);
        for (int i = 0; i < bins; ++i)
            bars.addData((i + 0.5) * width - m_reach, counts[static_cast<std::size_t>(i)]);
        return *std::ranges::max_element(counts);
    };
    m_highest = fill(*m_all, all);
    fill(*m_latest, latest);
    m_zero->data()->clear();
    m_zero->addData(0.0, 0.0);
    m_zero->addData(0.0, 2.0 * m_highest);
    setHint(all.empty() ? tr("Shows how far generated cells are from their targets.") : QString());
    const QLocale locale;
    if (!all.empty())
        setCaption(
            tr("%n cells: |true − target| mean %1, median %2 points; bias %3", nullptr, static_cast<int>(m_count))
                .arg(locale.toString(mean(sizes), 'f', 2), locale.toString(median(sizes), 'f', 2),
                     signedText(mean(all))));
    refresh();
}

void ResidualPlot::fitAxes()
{
    xAxis->setRange(-1.05 * m_reach, 1.05 * m_reach);
    yAxis->setRange(0.0, std::max(1.0, 1.08 * m_highest));
}

QString ResidualPlot::figureCsv() const
{
    return generatedCellsCsv(state(), QStringLiteral("residuals, true minus target, of generated cells"));
}

} // namespace inverso::ui
