// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/view_places.h"

#include "ui/base/named_widgets.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTreeView>

#include <algorithm>

namespace inverso::ui {

namespace {

// A fraction of the range: in another language the row height may differ.
double scrolled(const QScrollBar& bar)
{
    return bar.maximum() > bar.minimum() ? double(bar.value() - bar.minimum()) / double(bar.maximum() - bar.minimum())
                                         : 0.0;
}

void scrollTo(QScrollBar& bar, double share)
{
    bar.setValue(bar.minimum() + qRound(share * (bar.maximum() - bar.minimum())));
}

bool choosesSeveral(const QAbstractItemView& view)
{
    return view.selectionModel() != nullptr && view.selectionMode() != QAbstractItemView::SingleSelection
           && view.selectionMode() != QAbstractItemView::NoSelection;
}

QList<int> selectedRows(const QAbstractItemView& view)
{
    QList<int> rows;
    for (const QItemSelectionRange& range : view.selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows += row;
    std::ranges::sort(rows);
    return rows;
}

// Keeps the current item, which follows the shared selection.
void selectRows(const QAbstractItemView& view, const QList<int>& rows)
{
    const QAbstractItemModel& model = *view.model();
    QItemSelection selection;
    for (const int row : rows)
        if (row < model.rowCount())
            selection.select(model.index(row, 0), model.index(row, model.columnCount() - 1));
    view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

QList<int> currentPath(const QTreeView& tree)
{
    QList<int> rows;
    for (QModelIndex index = tree.currentIndex(); index.isValid(); index = index.parent())
        rows.prepend(index.row());
    return rows;
}

void setCurrentPath(QTreeView& tree, const QList<int>& rows)
{
    QModelIndex index;
    for (const int row : rows)
        if (const QModelIndex inner = tree.model()->index(row, 0, index); inner.isValid())
            index = inner;
    if (index.isValid())
        tree.setCurrentIndex(index);
}

} // namespace

ViewPlaces viewPlaces(const QWidget& root)
{
    ViewPlaces places;
    visitNamed<QAbstractScrollArea>(root, [&places](const QAbstractScrollArea& area, const QString& key) {
        ViewPlace place{.scrolled = {scrolled(*area.horizontalScrollBar()), scrolled(*area.verticalScrollBar())}};
        if (const auto* tree = qobject_cast<const QTreeView*>(&area))
            place.current = currentPath(*tree);
        else if (const auto* view = qobject_cast<const QAbstractItemView*>(&area); view && choosesSeveral(*view))
            place.selected = selectedRows(*view);
        places.views.insert(key, place);
    });
    visitNamed<QSplitter>(root, [&places](const QSplitter& splitter, const QString& key) {
        places.splitters.insert(key, splitter.saveState());
    });
    return places;
}

void setViewPlaces(QWidget& root, const ViewPlaces& places)
{
    visitNamed<QSplitter>(root, [&places](QSplitter& splitter, const QString& key) {
        if (const auto state = places.splitters.find(key); state != places.splitters.end())
            splitter.restoreState(*state);
    });
    visitNamed<QAbstractScrollArea>(root, [&places](QAbstractScrollArea& area, const QString& key) {
        const auto place = places.views.find(key);
        if (place == places.views.end())
            return;
        if (auto* tree = qobject_cast<QTreeView*>(&area))
            setCurrentPath(*tree, place->current);
        if (auto* view = qobject_cast<QAbstractItemView*>(&area)) {
            if (choosesSeveral(*view) && qobject_cast<QTreeView*>(view) == nullptr)
                selectRows(*view, place->selected);
            view->doItemsLayout(); // this sets the range of its scroll bars
        }
        scrollTo(*area.horizontalScrollBar(), place->scrolled.x());
        scrollTo(*area.verticalScrollBar(), place->scrolled.y());
    });
}

} // namespace inverso::ui
