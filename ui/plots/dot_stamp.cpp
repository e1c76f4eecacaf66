// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/dot_stamp.h"

#include <algorithm>
#include <cmath>

namespace inverso::ui {

DotStamp::DotStamp(int width, int height, double radius, double opacity)
    : m_width(width)
    , m_height(height)
    , m_side(2 * static_cast<int>(std::ceil(radius + 0.5)) + 2)
    , m_coverage(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0)
{
    const double middle = m_side / 2;
    for (int phaseY = 0; phaseY < phases; ++phaseY) {
        for (int phaseX = 0; phaseX < phases; ++phaseX) {
            const double cx = middle + (phaseX + 0.5) / phases;
            const double cy = middle + (phaseY + 0.5) / phases;
            for (int y = 0; y < m_side; ++y) {
                for (int x = 0; x < m_side; ++x) {
                    const double distance = std::hypot(x + 0.5 - cx, y + 0.5 - cy);
                    const double covered = std::clamp(radius + 0.5 - distance, 0.0, 1.0);
                    m_stamps.push_back(static_cast<std::uint8_t>(std::lround(covered * opacity * 255.0)));
                }
            }
        }
    }
}

void DotStamp::add(QPointF devicePixel)
{
    const double fx = std::floor(devicePixel.x());
    const double fy = std::floor(devicePixel.y());
    if (fx < -m_side || fy < -m_side || fx > m_width + m_side || fy > m_height + m_side)
        return;
    const int phaseX = static_cast<int>((devicePixel.x() - fx) * phases);
    const int phaseY = static_cast<int>((devicePixel.y() - fy) * phases);
    const std::uint8_t* stamp = m_stamps.data() + (phaseY * phases + phaseX) * m_side * m_side;
    const int left = static_cast<int>(fx) - m_side / 2;
    const int top = static_cast<int>(fy) - m_side / 2;
    const int fromX = std::max(0, -left);
    const int toX = std::min(m_side, m_width - left);
    for (int y = std::max(0, -top); y < std::min(m_side, m_height - top); ++y) {
        std::uint8_t* line = m_coverage.data() + static_cast<std::ptrdiff_t>(top + y) * m_width + left;
        for (int x = fromX; x < toX; ++x)
            line[x] = static_cast<std::uint8_t>(line[x] + (255 - line[x]) * stamp[y * m_side + x] / 255);
    }
}

QImage DotStamp::image(const QColor& color) const
{
    std::vector<QRgb> tones; // premultiplied, by coverage
    for (int alpha = 0; alpha < 256; ++alpha)
        tones.push_back(qPremultiply(qRgba(color.red(), color.green(), color.blue(), alpha)));
    QImage image(m_width, m_height, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < m_height; ++y) {
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(y));
        const std::uint8_t* in = m_coverage.data() + static_cast<std::ptrdiff_t>(y) * m_width;
        for (int x = 0; x < m_width; ++x)
            out[x] = tones[in[x]];
    }
    return image;
}

} // namespace inverso::ui
