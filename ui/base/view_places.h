// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QPointF>
#include <QString>

class QWidget;

namespace inverso::ui {

/// The scroll position and the selected rows of a view.
struct ViewPlace
{
    QPointF scrolled;         ///< horizontally and vertically, 0…1 of the range
    QList<int> selected = {}; ///< rows, of lists and tables where several can be
    QList<int> current = {};  ///< of trees: the row at each level down to the current item
};

/// The places of views, and the states of splitters, by their object names.
struct ViewPlaces
{
    QMap<QString, ViewPlace> views;
    QMap<QString, QByteArray> splitters;
};

/// Of all named views under `root`.
ViewPlaces viewPlaces(const QWidget& root);
/// Restores them in views of the same contents, once those are laid out.
void setViewPlaces(QWidget& root, const ViewPlaces& places);

} // namespace inverso::ui
