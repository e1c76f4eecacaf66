// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace inverso::ui {

class RunArchive;
struct ArchivedRun;

/// The archived runs, one per row: name with a check box (drawn in the search curve) and the line's colour, and the
/// values that are compared.
class RunsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The most important first.
    enum Column {
        NameColumn,
        BestColumn,
        TestColumn,
        QueriesToBestColumn,
        SecondsColumn,
        QueriesColumn,
        MethodColumn,
        SeedColumn,
        DatasetColumn,
        FileColumn,
        ColumnCount
    };
    static constexpr int SortRole = Qt::UserRole; ///< a number or a text to sort by

    explicit RunsModel(RunArchive& archive, QObject* parent = nullptr);

    [[nodiscard]] int idOf(int row) const { return m_ids[static_cast<std::size_t>(row)]; }
    /// For a file.
    [[nodiscard]] QString csv() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow();
    [[nodiscard]] const ArchivedRun& run(int row) const;
    static QString explanation(int column);
    [[nodiscard]] QVariant value(const ArchivedRun& run, int column) const;
    [[nodiscard]] QString text(const ArchivedRun& run, int column) const;

    RunArchive& m_archive;
    std::vector<int> m_ids; ///< of the archive, as in its signals
};

} // namespace inverso::ui
