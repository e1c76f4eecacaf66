// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/theme.h"

#include <QApplication>

namespace inverso::ui {

namespace {

struct Tones
{
    QColor window;
    QColor base;
    QColor alternate;
    QColor button;
    QColor text;
    QColor disabled;
    QColor highlight;
    QColor highlightedText;
    QColor link;
};

QPalette paletteOf(const Tones& tones)
{
    QPalette palette(tones.button, tones.window); // derives the bevel colours
    palette.setColor(QPalette::WindowText, tones.text);
    palette.setColor(QPalette::Text, tones.text);
    palette.setColor(QPalette::ButtonText, tones.text);
    palette.setColor(QPalette::ToolTipText, tones.text);
    palette.setColor(QPalette::Base, tones.base);
    palette.setColor(QPalette::AlternateBase, tones.alternate);
    palette.setColor(QPalette::ToolTipBase, tones.base);
    palette.setColor(QPalette::PlaceholderText, tones.disabled);
    palette.setColor(QPalette::Highlight, tones.highlight);
    palette.setColor(QPalette::HighlightedText, tones.highlightedText);
    palette.setColor(QPalette::Link, tones.link);
    palette.setColor(QPalette::LinkVisited, tones.link);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tones.disabled);
    return palette;
}

Theme& applied()
{
    static Theme theme = Theme::System;
    return theme;
}

const QPalette& startPalette()
{
    static const QPalette palette = QApplication::palette();
    return palette;
}

} // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::WindowText).lightnessF() > palette.color(QPalette::Window).lightnessF();
}

QPalette lightPalette()
{
    return paletteOf({QColor(0xf3, 0xf4, 0xf6), Qt::white, QColor(0xf6, 0xf7, 0xf9), QColor(0xee, 0xf0, 0xf2),
                      QColor(0x1d, 0x23, 0x2b), QColor(0x93, 0x9b, 0xa5), QColor(0x1f, 0x6f, 0xb5), Qt::white,
                      QColor(0x00, 0x5f, 0xa8)});
}

QPalette darkPalette()
{
    return paletteOf({QColor(0x26, 0x2a, 0x30), QColor(0x1b, 0x1e, 0x23), QColor(0x22, 0x26, 0x2c),
                      QColor(0x34, 0x39, 0x41), QColor(0xe4, 0xe7, 0xeb), QColor(0x7d, 0x86, 0x91),
                      QColor(0x3a, 0x86, 0xc8), Qt::white, QColor(0x6c, 0xb6, 0xf0)});
}

void applyTheme(Theme theme)
{
    const QPalette& system = startPalette();
    applied() = theme;
    switch (theme) {
    case Theme::System:
        QApplication::setPalette(system);
        break;
    case Theme::Light:
        QApplication::setPalette(lightPalette());
        break;
    case Theme::Dark:
        QApplication::setPalette(darkPalette());
        break;
    }
}

Theme currentTheme()
{
    return applied();
}

QColor mutedColor(const QPalette& palette, double strength)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    const auto mix = [strength](int a, int b) { return static_cast<int>(a * strength + b * (1.0 - strength)); };
    return {mix(text.red(), base.red()), mix(text.green(), base.green()), mix(text.blue(), base.blue())};
}

} // namespace inverso::ui
