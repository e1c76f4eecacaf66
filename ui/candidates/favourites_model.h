// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"
#include "ui/state/favourites.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

class QUndoStack;

namespace inverso::ui {

class ExplorerState;

/// The favourites of the open space, oldest first; the note can be edited.
class FavouritesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        DrawingColumn,
        NoteColumn,
        ValidColumn,
        TestColumn,
        PredictedColumn,
        CellColumn,
        AddedColumn,
        ColumnCount
    };

    FavouritesModel(ExplorerState& state, QUndoStack& stack, QObject* parent = nullptr);

    /// None if the text is not a cell of the space.
    [[nodiscard]] std::optional<CellIndex> cell(int row) const { return m_rows[static_cast<std::size_t>(row)].cell; }
    [[nodiscard]] int rowOf(CellIndex cell) const;
    [[nodiscard]] const Favourite& favourite(int row) const { return m_rows[static_cast<std::size_t>(row)].favourite; }
    /// SearchSpace::name(); empty without one.
    [[nodiscard]] QString space() const;
    /// For files.
    [[nodiscard]] QString csv() const;
    [[nodiscard]] QByteArray json() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        Favourite favourite;
        std::optional<CellIndex> cell;
    };
    void follow();
    void clear();
    void figuresChanged();
    [[nodiscard]] double number(int row, int column) const;
    [[nodiscard]] QString text(int row, int column) const;

    ExplorerState& m_state;
    QUndoStack& m_stack;
    std::vector<Row> m_rows;
};

} // namespace inverso::ui
