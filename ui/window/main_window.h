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

/// Holds the state, what works on it and the content that shows it, and nothing else.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    struct Options
    {
        SearchEnginePtr engine;
        QStringList tables; ///< names that SearchEngine::openTable knows
        /// Versions and libraries, for the About box, in the language of the moment.
        std::function<QString()> aboutDetails = {};
        bool remembersLayout = false; ///< keeps size and docks between sessions
        QString favouritesFile = {};  ///< where favourites are kept; empty: they go with the window
        /// Where the runs are written while the window is open, so that they can be gone on with if it dies; empty:
        /// they are not.
        QString recordFolder = {};
    };

    explicit MainWindow(Options options, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Asked before a running search is thrown away; true goes on. The default shows a message box.
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
    /// Makes every widget anew, in the language that is spoken now, over the same state: a search goes on, the
    /// selection, the filter, what can be undone and what stands in the fields stay. Comes of a LanguageChange.
    void dressAnew();
    /// Brings a pane to the front, by the name of its dock (see Panes) or "tour".
    void raisePane(const QString& name);

public slots:
    /// Opens the first known table that can be read; without one the window says how to bring one.
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

    // Shared state first: the widgets below refer to it and go before it.
    ExplorerState m_state;
    Selection m_selection;
    SearchController m_controller;
    Options m_options;
    std::function<bool(const QString&)> m_confirm;
    QUndoStack* m_undo;

    // They refer to the state, so they are declared after it and go before it.
    std::unique_ptr<ViewHistory> m_history;
    std::unique_ptr<SettingsHistory> m_settings;
    std::unique_ptr<RecentTables> m_recent;
    std::unique_ptr<Opening> m_opening;
    std::unique_ptr<RunQueueing> m_queueing;
    std::unique_ptr<MapMaking> m_mapMaking;
    std::unique_ptr<Recovery> m_recovery; ///< null: runs are not written
    std::unique_ptr<SessionNotes> m_notes;
    std::unique_ptr<TrainingSession> m_training;
    std::unique_ptr<Experiments> m_experiments;
    std::unique_ptr<WindowHelp> m_help;

    // What there is in one language.
    bool m_dressing = false;
    std::unique_ptr<WindowContent> m_content;
};

} // namespace inverso::ui
