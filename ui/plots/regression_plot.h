// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"

namespace inverso::ui {

/// The model's prediction against the true validation accuracy: of the labelled cells and of a random
/// sample of the others.
class RegressionPlot : public PlotWidget
{
    Q_OBJECT

public:
    RegressionPlot(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

protected:
    void recolor() override;
    void fitAxes() override;

private:
    void refill();

    QCPGraph* m_diagonal;
    QCPGraph* m_sample;
    QCPGraph* m_labelled;
};

} // namespace inverso::ui
