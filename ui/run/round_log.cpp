// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/round_log.h"

#include "ui/run/round_log_model.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace inverso::ui {

RoundLog::RoundLog(ExplorerState& state, Selection& selection, QWidget* parent)
    : RowTable(parent)
    , m_state(state)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("roundLog"));
    setAccessibleName(tr("Rounds of the search"));
    setModel(new RoundLogModel(state, this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (int column = 0; column < RoundLogModel::ColumnCount; ++column) {
        const QString title = model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        setColumnWidth(column, fontMetrics().horizontalAdvance(title) + 24);
    }
    connect(model(), &QAbstractItemModel::rowsInserted, this, [this] {
        const QScrollBar* bar = verticalScrollBar();
        if (bar->value() >= bar->maximum() - 1)
            QMetaObject::invokeMethod(this, &QTableView::scrollToBottom, Qt::QueuedConnection);
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (current.isValid())
            selectBestOf(current.row());
    });
}

void RoundLog::selectBestOf(int row)
{
    const std::vector<Query>& queries = m_state.run().rounds()[static_cast<std::size_t>(row)].queries;
    const auto best = std::max_element(queries.begin(), queries.end(),
                                       [](const Query& a, const Query& b) { return a.label.valid < b.label.valid; });
    if (best != queries.end())
        m_selection.select(best->cell);
}

} // namespace inverso::ui
