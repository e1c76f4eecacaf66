// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"

namespace inverso {
struct InversionResult;
}

namespace inverso::ui {

/// Inversion measured over many targets (thesis Fig. 8–10, 12, 16, 17): target against true accuracy, the
/// diagonal, the accuracies that cells reach as a band, the mean error.
class EvaluationPlot : public PlotWidget
{
    Q_OBJECT

public:
    enum class Targets {
        Data, ///< drawn from the accuracies of the data set
        Sweep ///< evenly over the range
    };
    EvaluationPlot(Targets targets, ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureCsv() const override;

protected:
    void recolor() override;
    void fitAxes() override;
    void refill() override;

private:
    [[nodiscard]] const InversionResult* result() const;

    Targets m_targets;
    QCPItemRect* m_range;
    QCPGraph* m_diagonal;
    QCPGraph* m_cells;
};

} // namespace inverso::ui
