// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>

#include <vector>

namespace inverso::ui {

/// Draws many discs, antialiased and placed to a quarter pixel, directly into an image: 15,625 in
/// a few milliseconds, where a QPainter takes fifty.
class DotStamp
{
public:
    /// `image`: Format_ARGB32_Premultiplied, in device pixels; outlives the stamp.
    explicit DotStamp(QImage& image);

    /// Sets the style of the next discs; `radius` in device pixels, `color` may be translucent.
    void setDot(double radius, const QColor& color) { setRing(radius, 0.0, color, color); }
    /// The same with an outline of that width, centred on the circle of `radius`.
    void setRing(double radius, double width, const QColor& outline, const QColor& fill);
    void add(QPointF devicePixel);

private:
    static constexpr int phases = 4; ///< sub-pixel positions per axis

    /// The coverage of a pixel by the fill and by the outline, 0…1.
    struct Cover
    {
        float filled = 0.0F;
        float lined = 0.0F;
    };
    /// The pixels of a line of a stamp that are not blank.
    struct Span
    {
        int from = 0;
        int to = 0;
    };
    void shape(double radius, double width);

    QRgb* m_pixels;
    int m_stride; ///< in pixels
    int m_width;
    int m_height;
    double m_radius = -1.0;     ///< of the current shape
    double m_line = -1.0;       ///< the width of its outline
    int m_side = 0;             ///< of a stamp
    std::vector<Cover> m_cover; ///< of that radius and width
    std::vector<Span> m_spans;  ///< a line each
    std::vector<QRgb> m_stamps; ///< premultiplied, one stamp after another
};

} // namespace inverso::ui
