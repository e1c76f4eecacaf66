// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_painter.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"
#include "ui/map/map_content.h"
#include "ui/map/map_layers.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"
#include "ui/state/selection.h"

#include <QCoreApplication>
#include <QPainter>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::LatentMap)
};

constexpr double margin = 14.0;
constexpr double captionHeight = 20.0;

} // namespace

MapPainter::MapPainter(const MapContent& content, const Frame& frame)
    : m_content(content)
    , m_frame(frame)
    , m_legend(content.legend())
    , m_all(QPointF(0, 0), frame.size)
{
    m_legend.font = frame.font;
    m_legend.palette = frame.palette;
    m_legendHeight = m_legend.height(m_all.width() - 2 * margin);
}

QRectF MapPainter::plotArea() const
{
    return m_all.adjusted(margin + captionHeight, margin, -margin, -margin - captionHeight - m_legendHeight);
}

void MapPainter::paint(QPainter& painter, const MapTransform& transform, MapLayers& layers, double pixelRatio) const
{
    const ExplorerState& state = m_content.state();
    painter.fillRect(m_all, m_frame.palette.color(QPalette::Base));
    painter.save();
    painter.setClipRect(m_all.adjusted(0, 0, 0, -captionHeight - m_legendHeight));
    layers.paint(painter, {transform, m_frame.size, pixelRatio, m_frame.palette},
                 {m_content.grid().points(), state.run(), state.filter(), m_content.values(), m_content.lastRound(),
                  m_content.selection().group()});
    paintMarks(painter, transform);
    painter.restore();
    painter.setFont(m_frame.font);
    paintCaptions(painter);
    m_legend.paint(painter,
                   QRectF(margin, m_all.height() - m_legendHeight - 4.0, m_all.width() - 2 * margin, m_legendHeight));
}

void MapPainter::paintMarks(QPainter& painter, const MapTransform& transform) const
{
    const QPalette& palette = m_frame.palette;
    const auto positionOf = [&](CellIndex cell) { return m_content.positionOf(cell, transform); };
    painter.setRenderHint(QPainter::Antialiasing);
    const bool dark = isDark(palette);
    for (const CellIndex cell : m_content.proposed())
        paintProposed(painter, positionOf(cell), palette);
    for (const CellIndex cell : m_content.chosen())
        paintChosen(painter, positionOf(cell), palette);
    const Query* best = m_content.state().run().best();
    if (best != nullptr && best->round <= m_content.lastRound())
        paintStar(painter, positionOf(best->cell), 9.0, accentColor(Accent::Gold, dark), palette.color(QPalette::Text));
    painter.setBrush(Qt::NoBrush);
    if (const auto cell = m_content.selection().hovered()) {
        painter.setPen(QPen(palette.color(QPalette::Text), 1.4));
        painter.drawEllipse(positionOf(*cell), 7.0, 7.0);
    }
    if (const auto cell = m_content.selection().cell()) {
        painter.setPen(QPen(palette.color(QPalette::Base), 5.0)); // a halo separates it from the other points
        painter.drawEllipse(positionOf(*cell), 9.0, 9.0);
        painter.setPen(QPen(accentColor(Accent::Vermilion, dark), 2.4));
        painter.drawEllipse(positionOf(*cell), 9.0, 9.0);
    }
}

void MapPainter::paintCaptions(QPainter& painter) const
{
    const QRectF area = plotArea();
    painter.setPen(mutedColor(m_frame.palette, 0.75));
    const double below = m_all.height() - m_legendHeight - captionHeight - 4.0;
    painter.drawText(QRectF(area.left(), below, area.width(), captionHeight), Qt::AlignCenter, m_content.caption());
    if (!m_content.hasAxes())
        return;
    painter.save();
    painter.translate(margin - 4.0, area.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-area.height() / 2, 0, area.height(), captionHeight), Qt::AlignCenter,
                     Words::tr("Principal component 2"));
    painter.restore();
}

void MapPainter::paintHint(QPainter& painter) const
{
    painter.fillRect(m_all, m_frame.palette.color(QPalette::Base));
    QString hint = Words::tr("Open a benchmark to see its cells here.");
    if (m_content.state().workspace())
        hint = Words::tr("No latent map: %1\nMethods that need no model can still search.")
                   .arg(m_content.state().workspace()->weightsProblem);
    painter.setPen(mutedColor(m_frame.palette, 0.8));
    const double side = m_all.width() / 6.0;
    painter.drawText(m_all.adjusted(side, 40, -side, -40), Qt::AlignCenter | Qt::TextWordWrap, hint);
}

} // namespace inverso::ui
