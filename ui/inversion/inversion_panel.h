// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/graph_layouter.h"
#include "ui/state/generation_settings.h"

#include <QWidget>

class QDoubleSpinBox;
class QProgressBar;
class QPushButton;
class QSlider;
class QSpinBox;
class QTabWidget;
class QToolButton;

namespace inverso::ui {

class CellGallery;
class ExplorerState;
class InversionPlot;
class NoticeBar;
class OperationLegend;
class Selection;

/// A target accuracy, the cells generated for it, and how close they are to it: cell by cell, as residuals, and
/// measured over many targets.
class InversionPanel : public QWidget
{
    Q_OBJECT

public:
    InversionPanel(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                   QWidget* parent = nullptr);

    [[nodiscard]] double target() const; ///< percent
    [[nodiscard]] GenerationSettings settings() const;
    [[nodiscard]] CellGallery& gallery() const { return *m_gallery; }
    [[nodiscard]] InversionPlot& plot() const { return *m_plot; }
    [[nodiscard]] NoticeBar& notice() const { return *m_notice; }

public slots:
    /// Generates cells for the current target, if there is a model.
    void requestGeneration();
    void setBusy(bool busy);
    /// 0…1 while inversion is measured; otherwise negative.
    void setMeasuring(double fraction);

signals:
    void generateRequested(const inverso::ui::GenerationSettings& settings);
    void measureRequested();
    void measureCancelled();

private:
    QWidget* createControls();
    QWidget* createPlots();
    QWidget* createMeasure();
    QWidget* createGallery();
    void connectControls();
    void onGenerations();
    void onWorkspace();
    void updateEnabled();
    [[nodiscard]] bool canInvert() const;

    ExplorerState& m_state;
    Selection& m_selection;
    QSlider* m_slider;
    QDoubleSpinBox* m_target;
    double m_suggested = -1.0; ///< the target that the panel set; negative: none yet
    QSpinBox* m_count;
    QDoubleSpinBox* m_noise;
    QSpinBox* m_seed;
    QPushButton* m_generate;
    QPushButton* m_measure;
    QProgressBar* m_progress;
    QTabWidget* m_plots;
    InversionPlot* m_plot;
    CellGallery* m_gallery;
    QToolButton* m_train; ///< below the gallery, if cells are missing from the table
    OperationLegend* m_legend;
    NoticeBar* m_notice;
};

} // namespace inverso::ui
