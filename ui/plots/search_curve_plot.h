// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"

namespace inverso::ui {

/// Best validation accuracy found, and the test accuracy of that cell, against the number of queries;
/// every query as a dot; the best of the table as a line.
class SearchCurvePlot : public PlotWidget
{
    Q_OBJECT

public:
    SearchCurvePlot(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

protected:
    void recolor() override;
    void fitAxes() override;

private:
    void refill();
    void updateCaption();

    QCPGraph* m_optimum;
    QCPGraph* m_queries;
    QCPGraph* m_test;
    QCPGraph* m_valid;
};

} // namespace inverso::ui
