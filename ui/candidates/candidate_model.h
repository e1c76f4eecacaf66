// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"
#include "ui/candidates/candidate_columns.h"
#include "ui/state/filter.h"

#include <QAbstractTableModel>

#include <limits>
#include <unordered_map>
#include <vector>

namespace inverso::ui {

class ExplorerState;

/// The role of a cell in the table; CellRole::Other is a generated one, since the table contains no other cells.
QString candidateRoleName(CellRole role);

/// Every cell that the run queried or proposed and every generated cell, one per row, in the order of arrival.
class CandidateModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using enum CandidateColumns::Column;

    explicit CandidateModel(const ExplorerState& state, QObject* parent = nullptr);

    [[nodiscard]] CellIndex cell(int row) const { return m_rows[static_cast<std::size_t>(row)].cell; }
    /// −1 when the table has no such row.
    [[nodiscard]] int rowOf(CellIndex cell) const;
    /// SearchSpace::text(), cached because each letter typed into the search field needs all texts.
    [[nodiscard]] const QString& cellText(int row) const { return m_rows[static_cast<std::size_t>(row)].text; }
    /// The column's sort value; NaN where it is unknown, and for columns of text.
    [[nodiscard]] double number(int row, int column) const;
    /// The columns of a file in its order: attributes last.
    [[nodiscard]] std::vector<int> csvColumns() const;
    /// For a file: in English, numbers with a point and all their digits.
    [[nodiscard]] QString csvField(int row, int column) const;
    /// For a file: "predicted_percent".
    [[nodiscard]] QString csvName(int column) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

public slots:
    /// Adds the changes of the state since the last call.
    void refresh();
    /// Another run or table: starts from an empty table.
    void reload();

private:
    struct Row
    {
        CellIndex cell = 0;
        QString text;
        CellRole role = CellRole::Other;
        int round = -1; ///< first proposed or queried; −1: never
        int query = 0;  ///< 0: never queried
        float predicted = std::numeric_limits<float>::quiet_NaN();
        float deviation = std::numeric_limits<float>::quiet_NaN();
        float target = std::numeric_limits<float>::quiet_NaN(); ///< of the last inversion that generated the cell
    };
    /// The cell's row, in the table or among those to be added.
    Row& row(CellIndex cell, std::vector<Row>& added);
    void takeRounds(std::vector<Row>& added);
    void takeGenerations(std::vector<Row>& added);
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] double truth(CellIndex cell, bool test) const;

    const ExplorerState& m_state;
    std::vector<Row> m_rows;
    std::unordered_map<CellIndex, std::size_t> m_rowOf;
    std::size_t m_rounds = 0;      ///< already added
    std::size_t m_generations = 0; ///< likewise
    int m_attributes = 0;
};

} // namespace inverso::ui
