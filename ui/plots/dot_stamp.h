// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>

#include <cstdint>
#include <vector>

namespace inverso::ui {

/// Draws very many translucent discs of one colour, antialiased and placed to a quarter pixel, straight
/// into memory: 15,625 in about a millisecond, where a QPainter takes fifty.
class DotStamp
{
public:
    /// `width`, `height` in device pixels; `radius` likewise; `opacity` of one disc.
    DotStamp(int width, int height, double radius, double opacity);

    void add(QPointF devicePixel);
    /// All discs so far in `color` on a transparent ground.
    [[nodiscard]] QImage image(const QColor& color) const;

private:
    static constexpr int phases = 4; ///< sub-pixel positions per axis

    int m_width;
    int m_height;
    int m_side = 0; ///< of a stamp
    std::vector<std::uint8_t> m_stamps;
    std::vector<std::uint8_t> m_coverage;
};

} // namespace inverso::ui
