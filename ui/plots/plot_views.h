// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QRectF>
#include <QString>

class QWidget;

namespace inverso::ui {

/// The parts of plots that the user has chosen by zooming and panning, by the plots' object names: the lower ends and
/// the lengths of the two axes.
using PlotViews = QMap<QString, QRectF>;

/// Of the plots under `root`, except those that show everything.
PlotViews plotViews(const QWidget& root);
void setPlotViews(QWidget& root, const PlotViews& views);

} // namespace inverso::ui
