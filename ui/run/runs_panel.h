// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/run_archive.h"

#include <QFutureWatcher>
#include <QWidget>

class QAction;
class QLabel;
class QSortFilterProxyModel;

namespace inverso::ui {

class ExplorerState;
class NoticeBar;
class RowTable;
class RunsModel;
class Selection;

/// The finished runs, for comparison: ticked ones are drawn in the search curve. Runs of session files can be added;
/// nothing here changes a file.
class RunsPanel : public QWidget
{
    Q_OBJECT

public:
    RunsPanel(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);
    ~RunsPanel() override;

    /// Whether the file is a recorded session, by its first bytes.
    static bool isSession(const QString& path);
    [[nodiscard]] NoticeBar& notice() const { return *m_notice; }
    [[nodiscard]] bool isReading() const { return m_reading.isRunning(); }

public slots:
    /// Reads the runs of a session file on another thread; errors are shown in the panel.
    void openSession(const QString& path);
    void chooseSession();
    void renameRun();
    void removeRuns();
    void copyTable();

signals:
    /// Asks to resume the search of that session.
    void goOnRequested(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Read
    {
        std::vector<ArchivedRun> runs;
        QString problem;
    };
    QWidget* createBar();
    void createTable();
    void fitColumns();
    void takeRead();
    void updateActions();
    void selectBestOf(int row);
    void goOn();
    /// The session of the selected run, if it can be resumed; otherwise empty.
    [[nodiscard]] QString unfinishedSession() const;

    ExplorerState& m_state;
    Selection& m_selection;
    RunsModel* m_model;
    QSortFilterProxyModel* m_sorted;
    RowTable* m_table;
    NoticeBar* m_notice;
    QAction* m_open;
    QAction* m_goOn;
    QAction* m_rename;
    QAction* m_remove;
    QAction* m_copy;
    QFutureWatcher<Read> m_reading;
};

} // namespace inverso::ui
