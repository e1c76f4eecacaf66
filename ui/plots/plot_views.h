// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QRectF>
#include <QString>

class QWidget;

namespace inverso::ui {

/// The parts of plots that a person has chosen by zooming and panning, by the plots' object names: from the lower ends
/// of the two axes as far as they reach.
using PlotViews = QMap<QString, QRectF>;

/// Of the plots under `root`, but for those that show what fits them.
PlotViews plotViews(const QWidget& root);
void setPlotViews(QWidget& root, const PlotViews& views);

} // namespace inverso::ui
