// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"
#include "ui/worker/search_controller.h"

#include <QMainWindow>

#include <functional>
#include <memory>

class QUndoStack;

namespace inverso::ui {

class Experiments;
class FavouriteAction;
class MapMaking;
class MapPanel;
class NoticeBar;
class Opening;
class Presentation;
class RecentTables;
class Recovery;
class RunQueueing;
class SessionNotes;
class SettingsHistory;
class TrainingSession;
class ViewHistory;
class WindowContent;
class WindowHelp;

/// Owns the state, the objects that work on it, and the content that shows it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    struct Options
    {
        SearchEnginePtr engine;
        QStringList tables; ///< names for SearchEngine::openTable
        /// Versions and libraries, for the About box, in the current language.
        std::function<QString()> aboutDetails = {};
        bool remembersLayout = false; ///< keeps size and docks between sessions
        QString favouritesFile = {};  ///< where favourites are stored; empty: only in memory
        /// The folder where runs are recorded while the window is open, so that they can be resumed after a crash;
        /// empty: they are not recorded.
        QString recordFolder = {};
    };

    explicit MainWindow(Options options, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Called before a running search is discarded; true discards it. The default shows a message box.
    void setConfirm(std::function<bool(const QString& question)> confirm) { m_confirm = std::move(confirm); }

    [[nodiscard]] ExplorerState& state() { return m_state; }
    [[nodiscard]] Selection& selection() { return m_selection; }
    [[nodiscard]] SearchController& controller() { return m_controller; }
    [[nodiscard]] NoticeBar& notice() const;
    [[nodiscard]] QUndoStack& undoStack() const { return *m_undo; }
    [[nodiscard]] MapPanel& mapPanel() const;
    [[nodiscard]] FavouriteAction& star() const;
    [[nodiscard]] Presentation& presentation() const;
    [[nodiscard]] RecentTables& recentTables() const { return *m_recent; }
    [[nodiscard]] Opening& opening() const { return *m_opening; }
    [[nodiscard]] Experiments& experiments() const { return *m_experiments; }
    [[nodiscard]] WindowHelp& help() const { return *m_help; }
    /// Creates every widget again, in the current language, for the same state: a search continues; the selection, the
    /// filter, the undo stack and the values of the fields are kept. Called on a LanguageChange.
    void dressAnew();
    /// Brings a pane to the front, by the name of its dock (see Panes) or "tour".
    void raisePane(const QString& name);

public slots:
    /// Opens the first known table that can be read; without one the window explains how to open one.
    void openFirstTable();
    /// A name of a known table or a path.
    void open(const QString& nameOrPath);
    /// Asks where to save the run's session.
    void chooseSaveSession();
    void start();
    /// One round or phase: of a paused run, or the first of a new one.
    void step(inverso::ui::Advance how);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void dress();
    void connectState();
    [[nodiscard]] bool mayDropRun(const QString& question) const;

    // Shared state first: the widgets below refer to it and are deleted before it.
    ExplorerState m_state;
    Selection m_selection;
    SearchController m_controller;
    Options m_options;
    std::function<bool(const QString&)> m_confirm;
    QUndoStack* m_undo;

    // They refer to the state, so they are declared after it and deleted before it.
    std::unique_ptr<ViewHistory> m_history;
    std::unique_ptr<SettingsHistory> m_settings;
    std::unique_ptr<RecentTables> m_recent;
    std::unique_ptr<Opening> m_opening;
    std::unique_ptr<RunQueueing> m_queueing;
    std::unique_ptr<MapMaking> m_mapMaking;
    std::unique_ptr<Recovery> m_recovery; ///< null: runs are not recorded
    std::unique_ptr<SessionNotes> m_notes;
    std::unique_ptr<TrainingSession> m_training;
    std::unique_ptr<Experiments> m_experiments;
    std::unique_ptr<WindowHelp> m_help;

    // The objects that depend on the language.
    bool m_dressing = false;
    std::unique_ptr<WindowContent> m_content;
};

} // namespace inverso::ui
