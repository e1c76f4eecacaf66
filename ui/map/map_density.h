// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>

#include <cstdint>
#include <functional>
#include <vector>

namespace inverso::ui {

/// Many points as an image: counted in squares of pixels; each square has the colour of its points drawn as translucent
/// dots on top of each other.
class MapDensity
{
public:
    /// No squares yet.
    MapDensity() = default;
    /// Squares of `side` pixels of an image of that size.
    MapDensity(QSize pixels, int side) { reset(pixels, side); }
    /// Clears the counts; memory is kept.
    void reset(QSize pixels, int side);

    /// Points outside are skipped.
    void add(QPointF pixel, float value = 0.0F)
    {
        if (!(pixel.x() >= 0.0 && pixel.y() >= 0.0 && pixel.x() < m_columns * m_side && pixel.y() < m_rows * m_side))
            return;
        const int column = static_cast<int>(pixel.x()) / m_side;
        const int row = static_cast<int>(pixel.y()) / m_side;
        Square& square = m_squares[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
                                   + static_cast<std::size_t>(column)];
        ++square.count;
        square.sum += value;
    }
    /// Paints on the image (ARGB32_Premultiplied, opaque). `colour` gets the mean value of a square; its alpha is that
    /// of one point.
    void paint(QImage& image, const std::function<QColor(float)>& colour) const;

private:
    struct Square
    {
        std::uint32_t count = 0;
        float sum = 0.0F;
    };
    int m_side = 1;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<Square> m_squares;
};

} // namespace inverso::ui
