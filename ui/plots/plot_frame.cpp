// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_frame.h"

#include "ui/base/theme.h"

#include <qcustomplot.h>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int leastHeightWithLegend = 240;
constexpr int besideIcon = 16;    // space around an entry's icon and text
constexpr int sideMargin = 10;    // of caption and legend
constexpr int titleOverhang = 24; // pixels that the vertical title may be longer than its axis

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

PlotFrame::PlotFrame(QCustomPlot& plot)
    : m_plot(plot)
    , m_caption(new QCPTextElement(&plot))
{
    QCPLayoutGrid& grid = *plot.plotLayout();
    grid.insertRow(0);
    grid.insertRow(1);
    grid.addElement(0, 0, m_caption);
    grid.addElement(1, 0, plot.legend);
    grid.setRowStretchFactor(1, 0.001);
    grid.setRowSpacing(0);
    m_caption->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    m_caption->setMargins(QMargins(sideMargin, 4, sideMargin, 0));
    plot.legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    plot.legend->setMargins(QMargins(sideMargin, 3, sideMargin, 0));
    plot.legend->setIconSize(22, 12);
    plot.legend->setRowSpacing(0);
    plot.legend->setVisible(true);
}

void PlotFrame::setTitles(const QString& x, const QString& y)
{
    m_plot.xAxis->setLabel(x);
    m_plot.yAxis->setLabel(y);
    m_yTitle = y;
}

void PlotFrame::setCaption(const QString& text)
{
    m_words = text;
    fitWidth();
}

void PlotFrame::fitWidth()
{
    const int available = m_plot.width() - 2 * sideMargin;
    m_caption->setText(wrappedText(m_words, QFontMetrics(m_caption->font()), available));
    fitLegend();
}

void PlotFrame::fitTitle()
{
    const QString title = QFontMetrics(m_plot.yAxis->labelFont())
                              .elidedText(m_yTitle, Qt::ElideRight, m_plot.axisRect()->height() + titleOverhang);
    if (title != m_plot.yAxis->label())
        m_plot.yAxis->setLabel(title);
}

void PlotFrame::recolor()
{
    const QPalette palette = m_plot.palette();
    const QColor text = palette.color(QPalette::Text);
    const QColor line = mutedColor(palette, 0.45);
    const QColor grid = mutedColor(palette, 0.13);
    m_plot.setBackground(palette.color(QPalette::Base));
    QFont small = m_plot.font();
    small.setPointSizeF(small.pointSizeF() * 0.92);
    for (QCPAxis* axis : {m_plot.xAxis, m_plot.yAxis}) {
        axis->setBasePen(line);
        axis->setTickPen(line);
        axis->setSubTickPen(line);
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setLabelFont(m_plot.font());
        axis->setTickLabelFont(small);
        axis->grid()->setPen(QPen(grid, 1.0));
        axis->grid()->setZeroLinePen(QPen(grid, 1.0));
    }
    m_caption->setTextColor(text);
    m_caption->setFont(m_plot.font());
    m_plot.legend->setBrush(Qt::NoBrush);
    m_plot.legend->setBorderPen(Qt::NoPen);
    m_plot.legend->setTextColor(text);
    m_plot.legend->setFont(small);
}

void PlotFrame::fitLegend()
{
    QCPLegend* legend = m_plot.legend;
    const bool room = m_plot.height() >= leastHeightWithLegend;
    if (room != legend->visible()) { // an invisible legend would still take its row
        legend->setVisible(room);
        if (room)
            m_plot.plotLayout()->addElement(1, 0, legend);
        else
            m_plot.plotLayout()->take(legend);
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
    const int available = m_plot.width() - 2 * sideMargin;
    const int columns = std::clamp(available / widest, 1, std::max(1, legend->itemCount()));
    if (columns != legend->wrap()) {
        legend->setWrap(columns);
        legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true);
    }
}

} // namespace inverso::ui
