// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/graph_layouter.h"

#include "core/cell/graph.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace inverso::ui {

class CandidateDelegate;
class CandidateFilter;
class CandidateModel;
class ExplorerState;
class NoticeBar;
class RowTable;
class Selection;

/// All labelled, proposed and generated cells as a table that sorts, searches and follows the window's
/// filter. Its current row is the selected cell, several rows are the group. It is updated at most ten times per
/// second, and not while it is hidden.
class CandidatesPanel : public QWidget
{
    Q_OBJECT

public:
    CandidatesPanel(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                    QWidget* parent = nullptr);
    ~CandidatesPanel() override;

    /// Its actions form its context menu: add those that work on the selected cell.
    [[nodiscard]] QTableView& table() const;
    [[nodiscard]] const CandidateModel& candidates() const { return *m_model; }
    /// The rows as a CSV file: the selected ones, or all shown rows.
    [[nodiscard]] QString csv(bool selectedOnly) const;

public slots:
    void copyRows();
    void chooseExport();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* createBar();
    QToolButton* createSortButton();
    void createTable();
    void connectState();
    void connectTable();
    void fitColumns();
    void refreshLater();
    void refresh();
    void reload();
    template <typename Change> void follow(Change change);
    void markSelection();
    void takeSelection();
    void updateCount();
    [[nodiscard]] std::optional<CellIndex> cellAt(const QModelIndex& index) const;
    [[nodiscard]] QString hint() const;

    ExplorerState& m_state;
    Selection& m_selection;
    CandidateModel* m_model;
    CandidateFilter* m_shown;
    CandidateDelegate* m_delegate;
    RowTable* m_table;
    QLineEdit* m_search;
    QLabel* m_count;
    NoticeBar* m_notice;
    QAction* m_copy;
    QAction* m_export;
    QTimer m_refresh;
    bool m_stale = false;     ///< changed while hidden
    bool m_following = false; ///< the table is following the state: its signals are not input of the user
};

} // namespace inverso::ui
