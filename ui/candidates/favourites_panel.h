// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/graph_layouter.h"

#include "core/cell/graph.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QUndoStack;

namespace inverso::ui {

class CandidateDelegate;
class ExplorerState;
class FavouriteAction;
class FavouritesModel;
class NoticeBar;
class RowTable;
class Selection;

/// The favourites with thumbnails and notes that can be edited in place; the current row is the selected
/// cell.
class FavouritesPanel : public QWidget
{
    Q_OBJECT

public:
    /// `star` is the window's one action; it gets a button here.
    FavouritesPanel(ExplorerState& state, Selection& selection, QUndoStack& stack, FavouriteAction& star,
                    std::shared_ptr<GraphLayouter> layouter, QWidget* parent = nullptr);

    [[nodiscard]] NoticeBar& notice() const { return *m_notice; }
    [[nodiscard]] const FavouritesModel& favourites() const { return *m_model; }

public slots:
    void removeChosen();
    void editNote();
    void chooseExport();
    /// JSON where the name ends so, else CSV.
    void exportTo(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createBar();
    void createTable();
    void fitColumns();
    void markSelected();
    void updateActions();
    [[nodiscard]] std::optional<CellIndex> cellAt(const QModelIndex& index) const;

    ExplorerState& m_state;
    Selection& m_selection;
    QUndoStack& m_stack;
    FavouriteAction& m_star;
    FavouritesModel* m_model;
    CandidateDelegate* m_delegate;
    RowTable* m_table;
    NoticeBar* m_notice;
    QAction* m_edit;
    QAction* m_remove;
    QAction* m_export;
};

} // namespace inverso::ui
