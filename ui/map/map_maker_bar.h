// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/map_layout.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace inverso::ui {

class ExplorerState;
class NoticeBar;

/// The controls of a live t-SNE: run, pause and resume, perplexity, iterations, codes and start positions; its progress
/// and its errors.
class MapMakerBar : public QWidget
{
    Q_OBJECT

public:
    explicit MapMakerBar(ExplorerState& state, QWidget* parent = nullptr);

    [[nodiscard]] MapWish wish() const;

public slots:
    void setPhase(inverso::ui::MapPhase phase);
    /// 0…1 while the neighbours are computed.
    void setPreparing(double fraction);
    void setFailure(const QString& sentence);
    /// The number of iterations requested so far.
    void setIterations(int iterations);

signals:
    void startRequested(const inverso::ui::MapWish& wish);
    void pauseRequested();
    void resumeRequested();
    void stopRequested();

private:
    QWidget* createSettings();
    QWidget* createProgress();
    void onRun();
    void onCodes();
    void onLayout();
    void showState();

    ExplorerState& m_state;
    MapPhase m_phase = MapPhase::Idle;
    int m_iterations = 0; ///< requested
    QPushButton* m_run;
    QPushButton* m_again;
    QDoubleSpinBox* m_perplexity;
    QSpinBox* m_count;
    QComboBox* m_codes;
    QComboBox* m_start;
    QProgressBar* m_progress;
    NoticeBar* m_notice;
};

} // namespace inverso::ui
