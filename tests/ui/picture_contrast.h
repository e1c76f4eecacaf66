// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/export/contrast.h"

#include <QImage>

#include <set>

namespace inverso::test {

inline double contrastOf(const QColor& one, const QColor& other)
{
    const auto parts = [](const QColor& colour) { return Rgb{colour.red(), colour.green(), colour.blue()}; };
    return contrast(parts(one), parts(other));
}

/// The contrast to `background` of what differs most from it in that part of the picture. For text, its contrast where
/// strokes of letters are wider than a pixel; smaller ones are blended with the background.
inline double strongestContrast(const QImage& image, const QRectF& part, const QColor& background)
{
    std::set<QRgb> colours;
    const QRect inside = part.toRect();
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        for (int x = inside.left(); x <= inside.right(); ++x)
            colours.insert(image.pixel(x, y));
    }
    double most = 1.0;
    for (const QRgb colour : colours)
        most = std::max(most, contrastOf(QColor(colour), background));
    return most;
}

} // namespace inverso::test
