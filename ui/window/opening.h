// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QStackedWidget;
class QWidget;

namespace inverso::ui {

class ExplorerState;
class InversionPanel;
class MapPanel;
class NoticeBar;
class RecentTables;
class RunPanel;
class RunsPanel;
class SearchController;
class StartPage;

/// Opens benchmarks: asks before a search is lost, tries the known tables in turn, and shows the start page, the map or
/// the error.
class Opening : public QObject
{
    Q_OBJECT

public:
    /// The widgets that show the result, in the current language.
    struct Widgets
    {
        QStackedWidget* centre; ///< of the start page and the map
        StartPage* startPage;
        MapPanel* map;
        NoticeBar* notice;
        RunPanel* run;
        RunsPanel* runs;
        InversionPanel* inversion;
    };

    /// `mayDropRun` shows its argument, a question, and returns whether a search in progress may be stopped.
    Opening(ExplorerState& state, SearchController& controller, RecentTables& recent,
            std::function<bool(const QString& question)> mayDropRun, QWidget* window);

    /// Sets the widgets and shows the current state in them.
    void setWidgets(const Widgets& widgets);

    /// Opens the first of these that can be read; without one the start page explains how to open one.
    void openFirst(const QStringList& tables);
    /// A name of a known table, or a path: of a table, or of a recorded session to look at.
    void open(const QString& nameOrPath);
    void chooseFile();
    /// Resumes the unfinished search of a session.
    void goOn(const QString& path);

signals:
    void opened(const QString& title);
    /// Asks to show this pane (see Panes).
    void paneRequested(const QString& name);

private:
    void onOpening(const QString& nameOrPath);
    void onOpened(const QString& nameOrPath);
    void onOpenFailed(const QString& sentence);

    ExplorerState& m_state;
    SearchController& m_controller;
    RecentTables& m_recent;
    std::function<bool(const QString&)> m_mayDropRun;
    QWidget* m_window;
    Widgets m_widgets{};
    QString m_openName;       ///< of the open table
    QString m_openingName;    ///< of the table that is being opened, for the start page
    QStringList m_stillToTry; ///< known tables to open if this one cannot be
};

} // namespace inverso::ui
