// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runs_model.h"

#include "core/session/settings_json.h"
#include "ui/base/color_map.h"
#include "ui/base/csv_text.h"
#include "ui/base/theme.h"
#include "ui/state/cell_facts.h"
#include "ui/state/run_archive.h"

#include <QColor>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>

namespace inverso::ui {

RunsModel::RunsModel(RunArchive& archive, QObject* parent)
    : QAbstractTableModel(parent)
    , m_archive(archive)
{
    connect(&archive, &RunArchive::changed, this, &RunsModel::follow);
    follow();
}

// Runs are added at the end and removed one by one; all other changes only update values.
void RunsModel::follow()
{
    const std::vector<ArchivedRun>& runs = m_archive.runs();
    for (auto row = static_cast<int>(m_ids.size()) - 1; row >= 0; --row) {
        if (m_archive.find(idOf(row)) != nullptr)
            continue;
        beginRemoveRows({}, row, row);
        m_ids.erase(m_ids.begin() + row);
        endRemoveRows();
    }
    if (!m_ids.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    if (m_ids.size() == runs.size())
        return;
    beginInsertRows({}, rowCount(), static_cast<int>(runs.size()) - 1);
    for (std::size_t i = m_ids.size(); i < runs.size(); ++i)
        m_ids.push_back(runs[i].id);
    endInsertRows();
}

const ArchivedRun& RunsModel::run(int row) const
{
    static const ArchivedRun gone; // views may ask while its row is being removed
    const ArchivedRun* found = m_archive.find(idOf(row));
    return found != nullptr ? *found : gone;
}

int RunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::value(const ArchivedRun& run, int column) const
{
    const RunRecord& record = run.record;
    const Query* best = record.best();
    switch (column) {
    case NameColumn:
        return run.name;
    case DatasetColumn:
        return QString::fromStdString(record.dataset());
    case MethodColumn:
        return QString::fromStdString(record.settings().method);
    case SeedColumn:
        return static_cast<qulonglong>(record.settings().seed); // a type that views can sort
    case QueriesColumn:
        return static_cast<int>(record.queries().size());
    case BestColumn:
        return best != nullptr ? best->label.valid : std::nan("");
    case TestColumn:
        return best != nullptr ? best->label.test : std::nan("");
    case QueriesToBestColumn:
        return best != nullptr ? best->number : 0;
    case SecondsColumn:
        return record.activeSeconds();
    case FileColumn:
        return run.file;
    default:
        return {};
    }
}

QString RunsModel::text(const ArchivedRun& run, int column) const
{
    const QVariant shown = value(run, column);
    const QLocale locale;
    switch (column) {
    case SeedColumn:
        return QString::number(shown.toULongLong());
    case QueriesColumn:
    case QueriesToBestColumn:
        return locale.toString(shown.toInt());
    case BestColumn:
    case TestColumn:
        return percentText(shown.toDouble());
    case SecondsColumn:
        return locale.toString(shown.toDouble(), 'f', 1);
    case FileColumn:
        return run.file.isEmpty() ? tr("this window") : QFileInfo(run.file).fileName();
    default:
        return shown.toString();
    }
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ArchivedRun& of = run(index.row());
    constexpr std::array wordy{NameColumn, MethodColumn, DatasetColumn, FileColumn};
    const bool words = std::ranges::find(wordy, index.column()) != wordy.end();
    switch (role) {
    case Qt::DisplayRole:
        return text(of, index.column());
    case Qt::EditRole:
        return of.name;
    case SortRole:
        return value(of, index.column());
    case Qt::TextAlignmentRole:
        return QVariant((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return QString::fromStdString(toJson(of.record.settings()))
               + (of.file.isEmpty() ? QString() : QLatin1Char('\n') + of.file);
    case Qt::CheckStateRole:
        if (index.column() == NameColumn)
            return QVariant(of.visible ? Qt::Checked : Qt::Unchecked);
        return {};
    case Qt::DecorationRole:
        if (index.column() == NameColumn)
            return m_archive.currentId() == of.id ? accentColor(Accent::Blue, isDark(QGuiApplication::palette()))
                                                  : runColor(of.color, isDark(QGuiApplication::palette()));
        return {};
    default:
        return {};
    }
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != NameColumn)
        return false;
    if (role == Qt::CheckStateRole) {
        m_archive.setVisible(idOf(index.row()), value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || value.toString().trimmed().isEmpty())
        return false;
    m_archive.rename(idOf(index.row()), value.toString());
    return true;
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == NameColumn ? plain | Qt::ItemIsUserCheckable | Qt::ItemIsEditable
                                                           : plain;
}

QString RunsModel::explanation(int column)
{
    switch (column) {
    case BestColumn:
        return tr("Best validation accuracy among the queries");
    case TestColumn:
        return tr("Test accuracy of that cell");
    case QueriesToBestColumn:
        return tr("Number of the query that found it");
    case SecondsColumn:
        return tr("Run time of the search");
    case QueriesColumn:
        return tr("Number of queried labels");
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole)
        return explanation(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Run");
    case DatasetColumn:
        return tr("Data set");
    case MethodColumn:
        return tr("Method");
    case SeedColumn:
        return tr("Seed");
    case QueriesColumn:
        return tr("Queries");
    case BestColumn:
        return tr("Best");
    case TestColumn:
        return tr("Test");
    case QueriesToBestColumn:
        return tr("To best");
    case SecondsColumn:
        return tr("Seconds");
    case FileColumn:
        return tr("From");
    default:
        return {};
    }
}

QString RunsModel::csv() const
{
    constexpr std::array columns{NameColumn, DatasetColumn, MethodColumn,        SeedColumn,    QueriesColumn,
                                 BestColumn, TestColumn,    QueriesToBestColumn, SecondsColumn, FileColumn};
    QString text = QStringLiteral("run,dataset,method,seed,queries,best_validation_percent,test_of_best_percent,"
                                  "queries_to_best,seconds,file,settings\n");
    for (const ArchivedRun& run : m_archive.runs()) {
        QStringList fields;
        for (const Column column : columns) {
            const QVariant field = value(run, column);
            fields += field.typeId() == QMetaType::Double ? csvNumber(field.toDouble()) : field.toString();
        }
        fields += QString::fromStdString(toJson(run.record.settings()));
        text += csvLine(fields);
    }
    return text;
}

} // namespace inverso::ui
