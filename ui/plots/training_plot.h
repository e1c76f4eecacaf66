// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/cell_trainer.h"
#include "ui/plots/plot_widget.h"

namespace inverso::ui {

/// Loss and accuracy of one cell on the training images, by epoch, while it is trained.
class TrainingPlot : public PlotWidget
{
    Q_OBJECT

public:
    TrainingPlot(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    void setEpochs(std::vector<EpochReport> epochs);
    [[nodiscard]] const std::vector<EpochReport>& epochs() const { return m_epochs; }

    [[nodiscard]] QString figureName() const override { return QStringLiteral("training"); }
    [[nodiscard]] QString figureCsv() const override;
    [[nodiscard]] QSize sizeHint() const override { return {280, 170}; }

protected:
    void recolor() override;
    void fitAxes() override;

private:
    std::vector<EpochReport> m_epochs;
    QCPGraph* m_accuracy;
    QCPGraph* m_loss; ///< on the axis to the right
};

} // namespace inverso::ui
