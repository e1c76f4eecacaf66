// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/dot_stamp.h"

#include <algorithm>
#include <array>
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

void DotStamp::setRing(double radius, double width, const QColor& outline, const QColor& fill)
{
    shape(radius, width);
    const auto premultiplied = [](const QColor& color) {
        const float alpha = 255.0F * color.alphaF();
        return std::array{alpha * color.redF(), alpha * color.greenF(), alpha * color.blueF(), alpha};
    };
    const auto in = premultiplied(fill);
    const auto around = premultiplied(outline);
    for (std::size_t i = 0; i < m_cover.size(); ++i) {
        const auto mix = [&, cover = m_cover[i]](std::size_t channel) {
            return static_cast<int>(cover.filled * in[channel] + cover.lined * around[channel] + 0.5F);
        };
        m_stamps[i] = qRgba(mix(0), mix(1), mix(2), mix(3));
    }
}

// Dots of many colours have one shape.
void DotStamp::shape(double radius, double width)
{
    if (radius == m_radius && width == m_line)
        return;
    m_radius = radius;
    m_line = width;
    const double inner = radius - width / 2.0;
    const double outer = radius + width / 2.0;
    m_side = 2 * static_cast<int>(std::ceil(outer + 0.5)) + 2;
    m_cover.clear();
    m_spans.clear();
    const int middle = m_side / 2;
    for (int phase = 0; phase < phases * phases; ++phase) {
        const double cx = middle + (phase % phases + 0.5) / phases;
        const double cy = middle + (phase / phases + 0.5) / phases;
        for (int y = 0; y < m_side; ++y) {
            Span span{m_side, 0};
            for (int x = 0; x < m_side; ++x) {
                const double distance = std::sqrt((x + 0.5 - cx) * (x + 0.5 - cx) + (y + 0.5 - cy) * (y + 0.5 - cy));
                const double filled = std::clamp(inner + 0.5 - distance, 0.0, 1.0);
                const double whole = std::clamp(outer + 0.5 - distance, 0.0, 1.0);
                m_cover.push_back({static_cast<float>(filled), static_cast<float>(whole - filled)});
                if (whole > 0.0)
                    span = {std::min(span.from, x), x + 1};
            }
            m_spans.push_back(span);
        }
    }
    m_stamps.resize(m_cover.size());
}

void DotStamp::add(QPointF devicePixel)
{
    const double fx = std::floor(devicePixel.x());
    const double fy = std::floor(devicePixel.y());
    if (fx < -m_side || fy < -m_side || fx > m_width + m_side || fy > m_height + m_side)
        return;
    const int phaseX = static_cast<int>((devicePixel.x() - fx) * phases);
    const int phaseY = static_cast<int>((devicePixel.y() - fy) * phases);
    const int phase = phaseY * phases + phaseX;
    const QRgb* stamp = m_stamps.data() + phase * m_side * m_side;
    const Span* spans = m_spans.data() + phase * m_side;
    const int left = static_cast<int>(fx) - m_side / 2;
    const int top = static_cast<int>(fy) - m_side / 2;
    const int leastX = std::max(0, -left);
    const int mostX = std::min(m_side, m_width - left);
    for (int y = std::max(0, -top); y < std::min(m_side, m_height - top); ++y) {
        QRgb* line = m_pixels + static_cast<std::ptrdiff_t>(top + y) * m_stride + left;
        const int toX = std::min(mostX, spans[y].to);
        for (int x = std::max(leastX, spans[y].from); x < toX; ++x)
            line[x] = over(stamp[y * m_side + x], line[x]);
    }
}

} // namespace inverso::ui
