// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>

#include <vector>

namespace inverso::ui {

/// Draws very many discs, antialiased and placed to a quarter pixel, straight into an image: 15,625 in
/// a few milliseconds, where a QPainter takes fifty.
class DotStamp
{
public:
    /// `image`: Format_ARGB32_Premultiplied, in device pixels; outlives the stamp.
    explicit DotStamp(QImage& image);

    /// The discs to come; `radius` in device pixels, `color` may be translucent.
    void setDot(double radius, const QColor& color);
    void add(QPointF devicePixel);

private:
    static constexpr int phases = 4; ///< sub-pixel positions per axis

    QRgb* m_pixels;
    int m_stride; ///< in pixels
    int m_width;
    int m_height;
    int m_side = 0;             ///< of a stamp
    std::vector<QRgb> m_stamps; ///< premultiplied, one stamp after another
};

} // namespace inverso::ui
