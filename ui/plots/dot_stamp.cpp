// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/dot_stamp.h"

#include <algorithm>
#include <cmath>

namespace inverso::ui {

namespace {

// Source over destination, both premultiplied; two channels at a time.
QRgb over(QRgb source, QRgb destination)
{
    const quint32 keep = 255U - qAlpha(source);
    quint32 redBlue = (destination & 0x00ff00ffU) * keep + 0x00800080U;
    quint32 alphaGreen = ((destination >> 8) & 0x00ff00ffU) * keep + 0x00800080U;
    redBlue = ((redBlue + ((redBlue >> 8) & 0x00ff00ffU)) >> 8) & 0x00ff00ffU;
    alphaGreen = (alphaGreen + ((alphaGreen >> 8) & 0x00ff00ffU)) & 0xff00ff00U;
    return source + (redBlue | alphaGreen);
}

} // namespace

DotStamp::DotStamp(QImage& image)
    : m_pixels(reinterpret_cast<QRgb*>(image.bits()))
    , m_stride(static_cast<int>(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb))))
    , m_width(image.width())
    , m_height(image.height())
{
    Q_ASSERT(image.format() == QImage::Format_ARGB32_Premultiplied);
}

void DotStamp::setDot(double radius, const QColor& color)
{
    m_side = 2 * static_cast<int>(std::ceil(radius + 0.5)) + 2;
    m_stamps.clear();
    const int middle = m_side / 2;
    for (int phaseY = 0; phaseY < phases; ++phaseY) {
        for (int phaseX = 0; phaseX < phases; ++phaseX) {
            const double cx = middle + (phaseX + 0.5) / phases;
            const double cy = middle + (phaseY + 0.5) / phases;
            for (int y = 0; y < m_side; ++y) {
                for (int x = 0; x < m_side; ++x) {
                    const double distance = std::hypot(x + 0.5 - cx, y + 0.5 - cy);
                    const double covered = std::clamp(radius + 0.5 - distance, 0.0, 1.0);
                    const auto alpha = static_cast<int>(std::lround(covered * color.alphaF() * 255.0));
                    m_stamps.push_back(qPremultiply(qRgba(color.red(), color.green(), color.blue(), alpha)));
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
    const QRgb* stamp = m_stamps.data() + (phaseY * phases + phaseX) * m_side * m_side;
    const int left = static_cast<int>(fx) - m_side / 2;
    const int top = static_cast<int>(fy) - m_side / 2;
    const int fromX = std::max(0, -left);
    const int toX = std::min(m_side, m_width - left);
    for (int y = std::max(0, -top); y < std::min(m_side, m_height - top); ++y) {
        QRgb* line = m_pixels + static_cast<std::ptrdiff_t>(top + y) * m_stride + left;
        for (int x = fromX; x < toX; ++x)
            line[x] = over(stamp[y * m_side + x], line[x]);
    }
}

} // namespace inverso::ui
