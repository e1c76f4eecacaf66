// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_legend.h"
#include "ui/map/map_transform.h"

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QSize>

class QPainter;

namespace inverso::ui {

class MapContent;
class MapLayers;

/// Draws the latent map into a frame: cells and rounds, marks of single cells, captions and the legend.
class MapPainter
{
public:
    struct Frame
    {
        QSize size; ///< device-independent pixels
        QFont font;
        QPalette palette;
    };

    MapPainter(const MapContent& content, const Frame& frame);

    /// The rectangle of the cells.
    [[nodiscard]] QRectF plotArea() const;
    /// `layers` keeps the cells and rounds between calls.
    void paint(QPainter& painter, const MapTransform& transform, MapLayers& layers, double pixelRatio) const;
    /// The hint while there are no cells to draw.
    void paintHint(QPainter& painter) const;

private:
    void paintMarks(QPainter& painter, const MapTransform& transform) const;
    void paintCaptions(QPainter& painter) const;

    const MapContent& m_content;
    Frame m_frame;
    MapLegend m_legend;
    QRectF m_all;
    double m_legendHeight;
};

} // namespace inverso::ui
