// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_density.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inverso::ui {

namespace {

/// The background that shows through a number of dots of that transparency. Cached, since there are few different
/// counts and powers are slow.
class Keeping
{
public:
    float of(float transparency, std::uint32_t count)
    {
        if (transparency != m_transparency) {
            m_transparency = transparency;
            m_powers.fill(unknown);
        }
        if (count >= m_powers.size())
            return std::pow(transparency, static_cast<float>(count));
        float& power = m_powers[count];
        if (power == unknown)
            power = std::pow(transparency, static_cast<float>(count));
        return power;
    }

private:
    static constexpr float unknown = -1.0F;
    float m_transparency = unknown;
    std::array<float, 64> m_powers{};
};

} // namespace

void MapDensity::reset(QSize pixels, int side)
{
    m_side = side;
    m_columns = (pixels.width() + side - 1) / side;
    m_rows = (pixels.height() + side - 1) / side;
    m_squares.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), {});
}

void MapDensity::paint(QImage& image, const std::function<QColor(float)>& colour) const
{
    Q_ASSERT(image.format() == QImage::Format_ARGB32_Premultiplied);
    Keeping keeping;
    for (int row = 0; row < m_rows; ++row) {
        for (int column = 0; column < m_columns; ++column) {
            const Square& square = m_squares[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
                                             + static_cast<std::size_t>(column)];
            if (square.count == 0)
                continue;
            const QColor of = colour(square.sum / static_cast<float>(square.count));
            const float keep = keeping.of(1.0F - of.alphaF(), square.count);
            const int bottom = std::min(image.height(), (row + 1) * m_side);
            const int right = std::min(image.width(), (column + 1) * m_side);
            for (int y = row * m_side; y < bottom; ++y) {
                auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
                for (int x = column * m_side; x < right; ++x) {
                    const auto mix = [keep](int below, int above) {
                        return static_cast<int>(keep * static_cast<float>(below)
                                                + (1.0F - keep) * static_cast<float>(above) + 0.5F);
                    };
                    line[x] = qRgb(mix(qRed(line[x]), of.red()), mix(qGreen(line[x]), of.green()),
                                   mix(qBlue(line[x]), of.blue()));
                }
            }
        }
    }
}

} // namespace inverso::ui
