// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

class QWidget;

namespace inverso::ui {

class Figure;

/// The menu of a figure: save it or its data, copy it or its data. `widget` is the figure's own.
void showFigureMenu(QWidget& widget, Figure& figure, QPoint global);

} // namespace inverso::ui
