// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/graph_layouter.h"

#include <QWidget>

class QDoubleSpinBox;
class QPushButton;
class QSlider;
class QSpinBox;

namespace inverso::ui {

class CellGallery;
class ExplorerState;
class InversionPlot;
class NoticeBar;
class OperationLegend;
class Selection;

/// A target accuracy, the cells generated for it, and how near they came.
class InversionPanel : public QWidget
{
    Q_OBJECT

public:
    InversionPanel(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                   QWidget* parent = nullptr);

    [[nodiscard]] double target() const; ///< percent
    [[nodiscard]] int count() const;
    [[nodiscard]] CellGallery& gallery() const { return *m_gallery; }
    [[nodiscard]] InversionPlot& plot() const { return *m_plot; }
    [[nodiscard]] NoticeBar& notice() const { return *m_notice; }
    [[nodiscard]] OperationLegend& operationLegend() const { return *m_legend; }

public slots:
    /// Asks for cells of the target that is set, if there is a model.
    void requestGeneration();
    void setBusy(bool busy);

signals:
    /// `target` in percent.
    void generateRequested(double target, int count);

private:
    QWidget* createControls();
    QWidget* createGallery();
    void connectControls();
    void onGenerations();
    void onWorkspace();
    void updateEnabled();

    ExplorerState& m_state;
    QSlider* m_slider;
    QDoubleSpinBox* m_target;
    QSpinBox* m_count;
    QPushButton* m_generate;
    InversionPlot* m_plot;
    CellGallery* m_gallery;
    OperationLegend* m_legend;
    NoticeBar* m_notice;
};

} // namespace inverso::ui
