// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>

class QCustomPlot;

namespace inverso::ui {

/// Breaks lines between words where they would be wider than `width` pixels.
QString wrappedText(const QString& text, const QFontMetrics& metrics, int width);

/// Puts the legend, which has the second row of the plot's layout, into as many columns as fit; takes it
/// out of a plot so low that the data need the room.
void fitLegend(QCustomPlot& plot, int sideMargin);

} // namespace inverso::ui
