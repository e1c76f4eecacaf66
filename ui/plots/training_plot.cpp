// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/training_plot.h"

#include "ui/base/color_map.h"
#include "ui/base/csv_text.h"
#include "ui/base/theme.h"
#include "ui/state/figure_csv.h"

#include <algorithm>

namespace inverso::ui {

TrainingPlot::TrainingPlot(ExplorerState& state, Selection& selection, QWidget* parent)
    : PlotWidget(state, selection, parent)
    , m_accuracy(addGraph())
    , m_loss(addGraph(xAxis, yAxis2))
{
    setObjectName(QStringLiteral("trainingPlot"));
    setAccessibleName(tr("Training of the cell"));
    setTitles(tr("Epoch"), tr("Accuracy (%)"));
    yAxis2->setVisible(true);
    yAxis2->setLabel(tr("Loss (nats)"));
    m_accuracy->setName(tr("Accuracy"));
    m_loss->setName(tr("Loss"));
    orderLegend({m_accuracy, m_loss});
    finishConstruction();
    setEpochs({});
}

void TrainingPlot::setEpochs(std::vector<EpochReport> epochs)
{
    m_epochs = std::move(epochs);
    m_accuracy->data()->clear();
    m_loss->data()->clear();
    for (const EpochReport& epoch : m_epochs) {
        m_accuracy->addData(epoch.epoch, double{epoch.accuracy});
        m_loss->addData(epoch.epoch, double{epoch.loss});
    }
    setHint(m_epochs.empty() ? tr("The first epoch is under way.") : QString());
    refresh();
}

void TrainingPlot::recolor()
{
    const QColor blue = accentColor(Accent::Blue, dark());
    const QColor orange = accentColor(Accent::Orange, dark());
    m_accuracy->setPen(QPen(blue, 2.0));
    m_accuracy->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, blue, 5.0));
    m_loss->setPen(QPen(orange, 2.0, Qt::DashLine));
    m_loss->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, orange, 5.0));
    const QColor text = palette().color(QPalette::Text);
    const QPen line(mutedColor(palette(), 0.6));
    yAxis2->setBasePen(line);
    yAxis2->setTickPen(line);
    yAxis2->setSubTickPen(line);
    yAxis->setLabelColor(blue); // there is no room for a legend
    yAxis2->setLabelColor(orange);
    yAxis2->setTickLabelColor(text);
    yAxis2->setLabelFont(font());
    yAxis2->setTickLabelFont(font());
}

void TrainingPlot::fitAxes()
{
    if (m_epochs.empty())
        return;
    xAxis->setRange(0.5, m_epochs.back().epochs + 0.5);
    const auto [worst, best] = std::ranges::minmax_element(m_epochs, {}, &EpochReport::accuracy);
    yAxis->setRange(std::max(0.0, double{worst->accuracy} - 5.0), std::min(100.0, double{best->accuracy} + 5.0));
    const double most = double{std::ranges::max_element(m_epochs, {}, &EpochReport::loss)->loss};
    yAxis2->setRange(0.0, 1.1 * most);
}

QString TrainingPlot::figureCsv() const
{
    QString text =
        csvComment(QStringLiteral("real training of a cell, by epoch"), QStringLiteral("training images"))
        + csvLine({QStringLiteral("epoch"), QStringLiteral("loss_nats"), QStringLiteral("accuracy_percent")});
    for (const EpochReport& epoch : m_epochs)
        text +=
            csvLine({QString::number(epoch.epoch), csvNumber(double{epoch.loss}), csvNumber(double{epoch.accuracy})});
    return text;
}

} // namespace inverso::ui
