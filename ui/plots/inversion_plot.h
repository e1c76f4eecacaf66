// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"

namespace inverso::ui {

/// What was asked for against what came: target accuracy and true validation accuracy of each generated
/// cell that the table knows.
class InversionPlot : public PlotWidget
{
    Q_OBJECT

public:
    InversionPlot(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

public slots:
    /// The target that is set, percent, shown as a line.
    void setTarget(double percent);

protected:
    void recolor() override;
    void fitAxes() override;

private:
    void refill();
    void updateCaption();
    void placeTarget();

    QCPGraph* m_diagonal;
    QCPGraph* m_target;
    QCPGraph* m_earlier;
    QCPGraph* m_latest;
    double m_targetPercent = 90.0;
};

} // namespace inverso::ui
