// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/report_figure.h"

#include "ui/base/csv_text.h"
#include "ui/base/figure_menu.h"
#include "ui/base/theme.h"

#include <QContextMenuEvent>
#include <QPainter>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace inverso::ui {

namespace {

constexpr double largest = 1.4; // largest scale: beyond it lines and text get coarse

} // namespace

ReportFigure::ReportFigure(QWidget* parent)
    : QWidget(parent)
    , m_renderer(std::make_unique<QSvgRenderer>())
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

ReportFigure::~ReportFigure() = default;

void ReportFigure::setPlot(Plot plot)
{
    m_plot = std::move(plot);
    setAccessibleName(figureTitle());
    setAccessibleDescription(QString::fromStdString(m_plot.yTitle + " by " + m_plot.xTitle));
    draw();
    updateGeometry();
}

void ReportFigure::draw()
{
    m_renderer->load(QByteArray::fromStdString(toSvgFile(m_plot, isDark(palette()))));
    update();
}

QString ReportFigure::figureName() const
{
    QString name;
    for (const QChar c : figureTitle().toLower())
        name += c.isLetterOrNumber() ? c : QLatin1Char('-');
    while (name.contains(QStringLiteral("--")))
        name.replace(QStringLiteral("--"), QStringLiteral("-"));
    return name;
}

QString ReportFigure::figureTitle() const
{
    return QString::fromStdString(m_plot.title.empty() ? m_plot.yTitle + " by " + m_plot.xTitle : m_plot.title);
}

QSize ReportFigure::figureSize() const
{
    const auto [width, height] = svgSize(m_plot);
    return {width, height};
}

int ReportFigure::heightForWidth(int width) const
{
    const QSize size = figureSize();
    return std::min(width, qRound(largest * size.width())) * size.height() / size.width();
}

void ReportFigure::paintFigure(QPaintDevice& device, double scale)
{
    QSvgRenderer renderer(QByteArray::fromStdString(toSvgFile(m_plot, false)));
    QPainter painter(&device);
    const QRectF whole(QPointF(), QSizeF(figureSize()) * scale);
    painter.fillRect(whole, Qt::white); // an SVG file may be looked at on a dark background
    renderer.render(&painter, whole);
}

QString ReportFigure::figureCsv() const
{
    const auto name = [](const std::string& text) { return QString::fromStdString(text); };
    QString text = csvComment(figureTitle(), QStringLiteral("inverso reproduce"))
                   + csvLine({QStringLiteral("series"), name(m_plot.xTitle), name(m_plot.yTitle),
                              QStringLiteral("standard_deviation")});
    for (const PlotSeries& series : m_plot.series)
        for (std::size_t i = 0; i < series.x.size(); ++i)
            text += csvLine({name(series.name), csvNumber(series.x[i]), csvNumber(series.y[i]),
                             i < series.deviation.size() ? csvNumber(series.deviation[i]) : QString()});
    return text;
}

void ReportFigure::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSizeF size = QSizeF(figureSize()).scaled(this->size(), Qt::KeepAspectRatio);
    m_renderer->render(&painter, QRectF(QPointF(), size));
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(QRectF(QPointF(0.5, 0.5), size - QSizeF(1.0, 1.0)));
    }
}

void ReportFigure::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void ReportFigure::contextMenuEvent(QContextMenuEvent* event)
{
    showFigureMenu(*this, *this, event->globalPos());
}

} // namespace inverso::ui
