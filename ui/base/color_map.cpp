// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/color_map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace inverso::ui {

namespace {

struct Rgb
{
    double r;
    double g;
    double b;
};

// CIE lightness 20, 32, 44, 56, 68, 80, 92: even steps.
constexpr std::array<Rgb, 7> anchors{
    Rgb{0.286, 0.098, 0.427}, Rgb{0.267, 0.265, 0.560}, Rgb{0.150, 0.413, 0.600}, Rgb{0.059, 0.551, 0.580},
    Rgb{0.235, 0.690, 0.470}, Rgb{0.600, 0.800, 0.290}, Rgb{0.970, 0.900, 0.200},
};

} // namespace

QColor sequenceColor(double t, bool darkBackground)
{
    const double low = darkBackground ? 0.24 : 0.0;
    const double high = darkBackground ? 1.0 : 0.88;
    const double at = (low + (high - low) * std::clamp(t, 0.0, 1.0)) * (anchors.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(at), anchors.size() - 2);
    const double f = at - static_cast<double>(i);
    const auto mix = [f](double a, double b) { return static_cast<float>(a + (b - a) * f); };
    return QColor::fromRgbF(mix(anchors[i].r, anchors[i + 1].r), mix(anchors[i].g, anchors[i + 1].g),
                            mix(anchors[i].b, anchors[i + 1].b));
}

QColor accentColor(Accent accent, bool darkBackground)
{
    switch (accent) {
    case Accent::Blue:
        return darkBackground ? QColor(0x56, 0xb4, 0xe9) : QColor(0x00, 0x6a, 0xad);
    case Accent::Orange:
        return darkBackground ? QColor(0xf0, 0xa8, 0x30) : QColor(0xc9, 0x6a, 0x00);
    case Accent::Green:
        return darkBackground ? QColor(0x2f, 0xc4, 0x98) : QColor(0x00, 0x82, 0x5f);
    case Accent::Vermilion:
        return darkBackground ? QColor(0xff, 0x7b, 0x45) : QColor(0xc9, 0x4a, 0x00);
    case Accent::Purple:
        return darkBackground ? QColor(0xe0, 0x92, 0xc0) : QColor(0xa8, 0x4a, 0x84);
    case Accent::Gold:
        return darkBackground ? QColor(0xff, 0xd0, 0x3a) : QColor(0xf2, 0xb7, 0x05);
    }
    return {};
}

} // namespace inverso::ui
