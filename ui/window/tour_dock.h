// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

#include <memory>

class QMainWindow;

namespace inverso::ui {

class ExplorerState;
class Selection;
class WindowStage;

/// The guided tour beside the run's controls, hidden at first. Create it after all other panes.
class TourDock : public QDockWidget
{
public:
    TourDock(const QString& title, QMainWindow& window, ExplorerState& state, Selection& selection);
    ~TourDock() override;

private:
    void keepRunWidth(QMainWindow& window, bool shown);

    std::unique_ptr<WindowStage> m_stage; ///< outlives the panel, whose last event goes to it
    int m_runWidth = 0;                   ///< of the run pane before the tour was shown beside it
};

} // namespace inverso::ui
