// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_words.h"

#include <qcustomplot.h>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int leastHeightWithLegend = 240;
constexpr int besideIcon = 16; // space around an entry's icon and text

// A number and its percent sign stay in one line.
QString withUnits(QString text)
{
    return text.replace(QLatin1String(" %"), QStringLiteral("\u00a0%"));
}

} // namespace

QString wrappedText(const QString& text, const QFontMetrics& metrics, int width)
{
    QStringList lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        QString line;
        for (const QString& word : withUnits(paragraph).split(QLatin1Char(' '))) {
            const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
            if (!line.isEmpty() && metrics.horizontalAdvance(longer) > width) {
                lines += line;
                line = word;
            } else {
                line = longer;
            }
        }
        lines += line;
    }
    return lines.join(QLatin1Char('\n'));
}

void fitLegend(QCustomPlot& plot, int sideMargin)
{
    QCPLegend* legend = plot.legend;
    const bool room = plot.height() >= leastHeightWithLegend;
    if (room != legend->visible()) { // one that is only invisible would still take its row
        legend->setVisible(room);
        if (room)
            plot.plotLayout()->addElement(1, 0, legend);
        else
            plot.plotLayout()->take(legend);
    }
    int widest = 1;
    const QFontMetrics metrics(legend->font());
    for (int i = 0; i < legend->itemCount(); ++i) {
        if (auto* item = qobject_cast<QCPPlottableLegendItem*>(legend->item(i))) {
            const int text = metrics.horizontalAdvance(item->plottable()->name());
            widest = std::max(widest, text + legend->iconSize().width() + besideIcon);
            item->setMargins(QMargins(0, 0, 0, 1)); // at 1.5 device pixels a pixel g and y reach beyond their line
        }
    }
    const int available = plot.width() - 2 * sideMargin;
    const int columns = std::clamp(available / widest, 1, std::max(1, legend->itemCount()));
    if (columns != legend->wrap()) {
        legend->setWrap(columns);
        legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
    }
}

} // namespace inverso::ui
