// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/accuracy_guides.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"

namespace inverso::ui {

QCPGraph* addDiagonal(QCustomPlot& plot, const QString& name)
{
    QCPGraph* diagonal = plot.addGraph();
    diagonal->setName(name);
    diagonal->addData(0.0, 0.0);
    diagonal->addData(100.0, 100.0);
    return diagonal;
}

QCPItemRect* addRangeBand(QCustomPlot& plot)
{
    auto* band = new QCPItemRect(&plot); // the plot's
    band->setLayer(QStringLiteral("background"));
    band->setPen(Qt::NoPen);
    return band;
}

void placeRangeBand(QCPItemRect& band, double low, double high)
{
    band.topLeft->setCoords(low, 1000.0);
    band.bottomRight->setCoords(high, -1000.0);
}

void recolorDiagonal(QCPGraph& diagonal, const QPalette& palette)
{
    diagonal.setPen(QPen(mutedColor(palette, 0.7), 1.2, Qt::DotLine));
}

void recolorRangeBand(QCPItemRect& band, const QPalette& palette)
{
    const bool dark = isDark(palette);
    QColor fill = accentColor(Accent::Green, dark);
    fill.setAlphaF(dark ? 0.10F : 0.08F);
    band.setBrush(fill);
}

} // namespace inverso::ui
