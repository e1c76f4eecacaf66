// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"

namespace inverso::ui {

/// How far generated cells are from their targets: a histogram of true − target, of the latest target and of all
/// targets of this model.
class ResidualPlot : public PlotWidget
{
    Q_OBJECT

public:
    ResidualPlot(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override { return QStringLiteral("inversion-residuals"); }
    [[nodiscard]] QString figureCsv() const override;

    /// Residuals counted, for tests.
    [[nodiscard]] std::size_t count() const { return m_count; }

protected:
    void recolor() override;
    void fitAxes() override;
    void refill() override;

private:
    QCPBars* m_all;
    QCPBars* m_latest;
    QCPGraph* m_zero;
    std::size_t m_count = 0;
    double m_reach = 1.0; ///< of the axis, percentage points
    double m_highest = 1.0;
};

} // namespace inverso::ui
