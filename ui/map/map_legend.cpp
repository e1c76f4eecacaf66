// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_legend.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"
#include "ui/map/map_layers.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace inverso::ui {

namespace {

struct Legend
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::MapLegend)
};

enum class Mark { Cell, Candidate, Query, Best, Selected, Group, Proposed, Chosen, Scale };

constexpr double gap = 18.0;
constexpr double barWidth = 96.0;

void paintRing(QPainter& painter, QPointF centre, double radius, const QPen& pen)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawEllipse(centre, radius, radius);
}

} // namespace

void paintProposed(QPainter& painter, QPointF centre, const QPalette& palette)
{
    paintRing(painter, centre, 5.0, QPen(accentColor(Accent::Blue, isDark(palette)), 1.4));
}

void paintChosen(QPainter& painter, QPointF centre, const QPalette& palette)
{
    paintRing(painter, centre, 6.5, QPen(palette.color(QPalette::Base), 4.5)); // separates it from the proposed cells
    paintRing(painter, centre, 6.5, QPen(accentColor(Accent::Purple, isDark(palette)), 2.4));
}

struct MapLegend::Entry
{
    Mark mark;
    double markWidth;
    QString text;
};

void paintStar(QPainter& painter, QPointF centre, double radius, const QColor& fill, const QColor& outline)
{
    QPolygonF star;
    for (int i = 0; i < 10; ++i) {
        const double r = i % 2 == 0 ? radius : 0.45 * radius;
        const double angle = std::numbers::pi * (i / 5.0 - 0.5);
        star << centre + QPointF(r * std::cos(angle), r * std::sin(angle));
    }
    painter.setBrush(fill);
    painter.setPen(QPen(outline, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolygon(star);
}

std::vector<MapLegend::Entry> MapLegend::entries() const
{
    const QLocale locale;
    const bool byRound = scaleTitle.isEmpty();
    QString which =
        shown ? Legend::tr("%1 of %2 cells").arg(locale.toString(static_cast<quint64>(*shown)), locale.toString(cells))
              : Legend::tr("All %1 cells").arg(locale.toString(cells));
    if (cells > MapLayers::mostDots) // cells rejected by the filter are drawn as shadows
        which = Legend::tr("%1, as density until you zoom in").arg(which);
    std::vector<Entry> result{{Mark::Cell, 8.0, which}};
    if (hasRun) {
        if (hasCandidates && byRound)
            result.push_back({Mark::Candidate, 8.0, Legend::tr("Candidate")});
        result.push_back({Mark::Query, 10.0, Legend::tr("Queried")});
        result.push_back({Mark::Best, 14.0, Legend::tr("Best validation")});
    }
    result.push_back({Mark::Selected, 14.0, Legend::tr("Selected")});
    if (group > 0)
        result.push_back(
            {Mark::Group, 8.0, Legend::tr("Group of %1").arg(locale.toString(static_cast<quint64>(group)))});
    const auto add = [&](Mark mark, std::size_t count, const QString& text) {
        if (count > 0)
            result.push_back({mark, 14.0, text.arg(locale.toString(static_cast<quint64>(count)))});
    };
    add(Mark::Proposed, phase.proposed, Legend::tr("Proposed: %1"));
    add(Mark::Chosen, phase.chosen, Legend::tr("Chosen: %1"));
    add(Mark::Chosen, phase.asked, Legend::tr("Queried now: %1"));
    if (hasRun || !byRound)
        result.push_back({Mark::Scale, barWidth, QString()});
    return result;
}

namespace {

void paintMark(QPainter& painter, Mark mark, QPointF centre, const MapLegend& legend)
{
    const bool dark = isDark(legend.palette);
    const QColor text = legend.palette.color(QPalette::Text);
    const QColor sample = sequenceColor(0.5, dark);
    painter.setPen(Qt::NoPen);
    switch (mark) {
    case Mark::Cell:
        painter.setBrush(mutedColor(legend.palette, dark ? 0.42 : 0.38));
        painter.drawEllipse(centre, 2.4, 2.4);
        break;
    case Mark::Candidate:
        painter.setBrush(sample);
        painter.drawEllipse(centre, 3.0, 3.0);
        break;
    case Mark::Query:
        painter.setPen(QPen(text, 1.3));
        painter.setBrush(sample);
        painter.drawEllipse(centre, 4.0, 4.0);
        break;
    case Mark::Best:
        paintStar(painter, centre, 7.5, accentColor(Accent::Gold, dark), text);
        break;
    case Mark::Selected:
        painter.setPen(QPen(accentColor(Accent::Vermilion, dark), 2.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, 6.0, 6.0);
        break;
    case Mark::Group:
        painter.setBrush(accentColor(Accent::Vermilion, dark));
        painter.drawEllipse(centre, 3.0, 3.0);
        break;
    case Mark::Proposed:
        paintProposed(painter, centre, legend.palette);
        break;
    case Mark::Chosen:
        paintChosen(painter, centre, legend.palette);
        break;
    case Mark::Scale:
        break;
    }
}

// The words before and after the colour bar.
std::pair<QString, QString> barWords(const MapLegend& legend)
{
    if (legend.scaleTitle.isEmpty())
        return {Legend::tr("Round 0"), QLocale().toString(legend.roundScale)};
    return {legend.scaleTitle + QStringLiteral("  ") + legend.scaleLow, legend.scaleHigh};
}

void paintBar(QPainter& painter, const QRectF& line, double x, const MapLegend& legend)
{
    const auto [before, after] = barWords(legend);
    painter.setPen(legend.palette.color(QPalette::Text));
    painter.drawText(QRectF(x, line.top(), 400, line.height()), Qt::AlignVCenter, before);
    const QRectF bar(x + QFontMetricsF(legend.font).horizontalAdvance(before) + 6.0, line.center().y() - 5.0, barWidth,
                     10.0);
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    for (int i = 0; i <= 12; ++i)
        gradient.setColorAt(i / 12.0, sequenceColor(i / 12.0, isDark(legend.palette)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(bar, 2, 2);
    if (legend.scaleTitle.isEmpty()) { // the position of the search on the scale
        const double at = bar.left() + bar.width() * std::min(1.0, double{1.0} * legend.lastRound / legend.roundScale);
        painter.setBrush(legend.palette.color(QPalette::Text));
        painter.drawPolygon(QPolygonF(
            {QPointF(at, bar.top() - 1), QPointF(at - 3.5, bar.top() - 6), QPointF(at + 3.5, bar.top() - 6)}));
    }
    painter.setPen(legend.palette.color(QPalette::Text));
    painter.drawText(QRectF(bar.right() + 6.0, line.top(), 400, line.height()), Qt::AlignVCenter, after);
}

double widthOf(Mark mark, double markWidth, const QString& text, const MapLegend& legend)
{
    const QFontMetricsF metrics(legend.font);
    if (mark == Mark::Scale) {
        const auto [before, after] = barWords(legend);
        return metrics.horizontalAdvance(before) + 12.0 + barWidth + metrics.horizontalAdvance(after);
    }
    return markWidth + 6.0 + metrics.horizontalAdvance(text);
}

} // namespace

double MapLegend::height(double width) const
{
    MapLegend fullest = *this;
    if (keepsRoom) {
        fullest.hasRun = fullest.hasCandidates = true;
        fullest.phase = {.proposed = 100, .chosen = 0, .asked = 5};
    }
    double x = 0.0;
    int lines = 1;
    for (const Entry& entry : fullest.entries()) {
        const double whole = widthOf(entry.mark, entry.markWidth, entry.text, *this);
        if (x > 0.0 && x + whole > width) {
            x = 0.0;
            ++lines;
        }
        x += whole + gap;
    }
    return lines * (QFontMetricsF(font).height() + 6.0);
}

void MapLegend::paint(QPainter& painter, const QRectF& area) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    const double lineHeight = QFontMetricsF(font).height() + 6.0;
    QRectF line(area.left(), area.top(), area.width(), lineHeight);
    double x = area.left();
    for (const Entry& entry : entries()) {
        const double whole = widthOf(entry.mark, entry.markWidth, entry.text, *this);
        if (x > area.left() && x + whole > area.right()) {
            x = area.left();
            line.translate(0, lineHeight);
        }
        if (entry.mark == Mark::Scale) {
            paintBar(painter, line, x, *this);
        } else {
            paintMark(painter, entry.mark, QPointF(x + entry.markWidth / 2, line.center().y()), *this);
            painter.setPen(palette.color(QPalette::Text));
            painter.drawText(QRectF(x + entry.markWidth + 6.0, line.top(), whole, line.height()), Qt::AlignVCenter,
                             entry.text);
        }
        x += whole + gap;
    }
    painter.restore();
}

} // namespace inverso::ui
