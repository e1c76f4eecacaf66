// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QPointF>
#include <QString>

class QWidget;

namespace inverso::ui {

/// How a view stands: what of it is seen, and which rows of it are selected.
struct ViewPlace
{
    QPointF scrolled;         ///< along and down, 0…1 of as far as it goes
    QList<int> selected = {}; ///< rows, of lists and tables where several can be
    QList<int> current = {};  ///< of trees: the row at each level down to the current item
};

/// The places of views, and the states of splitters, by their object names.
struct ViewPlaces
{
    QMap<QString, ViewPlace> views;
    QMap<QString, QByteArray> splitters;
};

/// Of all named ones under `root`.
ViewPlaces viewPlaces(const QWidget& root);
/// Into views of the same contents, once they are laid out.
void setViewPlaces(QWidget& root, const ViewPlaces& places);

} // namespace inverso::ui
