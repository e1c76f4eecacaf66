// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace inverso::ui {

/// Guides of plots of accuracy against accuracy, both in percent: the diagonal, and a band for the accuracies that
/// cells reach.
QCPGraph* addDiagonal(QCustomPlot& plot, const QString& name);
QCPItemRect* addRangeBand(QCustomPlot& plot);
/// From `low` to `high` on the x axis, over the whole height.
void placeRangeBand(QCPItemRect& band, double low, double high);
void recolorDiagonal(QCPGraph& diagonal, const QPalette& palette);
void recolorRangeBand(QCPItemRect& band, const QPalette& palette);

} // namespace inverso::ui
