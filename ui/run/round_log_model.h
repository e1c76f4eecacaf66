// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace inverso::ui {

class ExplorerState;

/// The rounds of the run, one per row, newest last.
class RoundLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        RoundColumn,
        QueriesColumn,
        BestColumn,
        RoundBestColumn,
        CandidatesColumn,
        InvalidColumn,
        DuplicatesColumn,
        LackingColumn,
        FitColumn,
        GenerateColumn,
        PredictColumn,
        ColumnCount
    };

    explicit RoundLogModel(ExplorerState& state, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        int queries = 0;        ///< after this round
        double best = 0.0;      ///< best validation so far, percent
        double roundBest = 0.0; ///< best of this round's queries, percent; NaN without any
    };
    void reload();
    void append();
    [[nodiscard]] QString text(int row, int column) const;

    ExplorerState& m_state;
    std::vector<Row> m_rows;
};

} // namespace inverso::ui
