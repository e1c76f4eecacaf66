// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"

namespace inverso::ui {

struct GeneratedCells;

/// Target accuracy against true validation accuracy of each generated cell that is in the table or was trained here;
/// the accuracies that cells reach as a band. The target is a line that can be dragged.
class InversionPlot : public PlotWidget
{
    Q_OBJECT

public:
    InversionPlot(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] QString figureName() const override { return QStringLiteral("inversion"); }
    [[nodiscard]] QString figureCsv() const override;

    /// The number of shown cells whose accuracy comes from a training here.
    [[nodiscard]] int trainedCount() const;

public slots:
    /// The current target in percent, shown as a line.
    void setTarget(double percent);

signals:
    /// The line is being dragged to that value, percent.
    void targetDragged(double percent);

protected:
    void recolor() override;
    void fitAxes() override;
    void refill() override;
    bool beginOwnDrag(QPointF position) override;
    void ownDrag(QPointF position, bool last) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void addGenerated(const GeneratedCells& cells, QCPGraph& graph, std::vector<CellPoint>& points);
    void updateCaption();
    void placeRange();
    void placeTarget();
    [[nodiscard]] bool isOnTarget(QPointF position) const;

    QCPItemRect* m_range; ///< accuracies that cells of the data set reach
    QCPGraph* m_diagonal;
    QCPGraph* m_target;
    QCPGraph* m_earlier;
    QCPGraph* m_latest;
    QCPGraph* m_trained; ///< accuracies from trainings, for cells that are missing from the table
    double m_targetPercent = 90.0;
    bool m_isDragging = false;
};

} // namespace inverso::ui
