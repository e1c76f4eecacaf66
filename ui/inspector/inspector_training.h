// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace inverso::ui {

struct CellTraining;
class ExplorerState;
class NoticeBar;
class Selection;
class TrainingPlot;

/// The real training of the selected cell: its start, its progress and its result.
class InspectorTraining : public QWidget
{
    Q_OBJECT

public:
    InspectorTraining(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    void setCell(std::optional<CellIndex> cell);
    /// "fashion-mnist" or a folder.
    [[nodiscard]] QString images() const;

signals:
    void trainRequested(inverso::CellIndex cell, const QString& images);
    void cancelRequested(inverso::CellIndex cell);

private:
    void build();
    void chooseFolder();
    void addFolder(const QString& path);
    void onButton();
    void onWorkspace();
    void refresh();
    [[nodiscard]] QString words() const;

    ExplorerState& m_state;
    std::optional<CellIndex> m_cell;
    QLabel* m_words;
    QComboBox* m_images;
    QPushButton* m_button;
    QProgressBar* m_progress;
    TrainingPlot* m_plot;
    NoticeBar* m_notice;
    int m_lastImages = 0; ///< chosen before "another folder"
};

} // namespace inverso::ui
