// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"

#include "core/search/evaluation.h"

namespace inverso::ui {

/// The model's prediction against the true validation accuracy, split by split: of the training labels, of the
/// validation labels (if the preset has some), and of a random sample of the other cells.
class RegressionPlot : public PlotWidget
{
    Q_OBJECT

public:
    RegressionPlot(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override { return QStringLiteral("regression"); }
    [[nodiscard]] QString figureCsv() const override;

protected:
    void recolor() override;
    void fitAxes() override;

    void refill() override;

private:
    void fill(QCPGraph& graph, const RegressionResult& result, std::vector<CellPoint>& points) const;

    QCPGraph* m_diagonal;
    QCPGraph* m_sample;
    QCPGraph* m_validation;
    QCPGraph* m_training;
};

} // namespace inverso::ui
