// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/panes.h"

#include <QStringList>

class QMainWindow;

namespace inverso::ui {

class Centre;
class MapMaking;
class Opening;
class Presentation;
class Recovery;
class RunQueueing;
class SearchController;
class SessionNotes;
class SettingsHistory;
class TrainingSession;

/// The objects that the window's widgets use; they outlive the widgets.
struct WindowServices
{
    ExplorerState& state;
    Selection& selection;
    SearchController& controller;
    QUndoStack& undo;
    SettingsHistory& settings;
    Opening& opening;
    RunQueueing& queueing;
    MapMaking& mapMaking;
    SessionNotes& notes;
    TrainingSession& training;
    Recovery* recovery; ///< null: runs are not recorded
};

/// Everything that the window shows, in one language: creates it, connects it with the services, and deletes it.
class WindowContent
{
public:
    /// `tables` are the names of known tables.
    WindowContent(QMainWindow& window, const WindowServices& services, const QStringList& tables);
    /// Also deletes the menus, which are created later.
    ~WindowContent();
    WindowContent(const WindowContent&) = delete;
    WindowContent& operator=(const WindowContent&) = delete;

    [[nodiscard]] FavouriteAction& star() const { return *m_star; }
    [[nodiscard]] RunActions& actions() const { return *m_actions; }
    [[nodiscard]] Presentation& presentation() const { return *m_presentation; }
    [[nodiscard]] Centre& centre() const { return *m_centre; }
    [[nodiscard]] const Panes& panes() const { return m_panes; }

private:
    void connectParts();

    QMainWindow& m_window;
    WindowServices m_services;
    FavouriteAction* m_star;
    RunActions* m_actions;
    Centre* m_centre;
    Panes m_panes;
    Presentation* m_presentation;
};

} // namespace inverso::ui
