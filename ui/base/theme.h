// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace inverso::ui {

enum class Theme { System, Light, Dark };

/// Whether text of this palette is light on dark.
bool isDark(const QPalette& palette);
QPalette lightPalette();
QPalette darkPalette();
/// Recolours the whole program; every widget gets a PaletteChange. System: the palette the program
/// started with.
void applyTheme(Theme theme);
/// The one applied last.
Theme currentTheme();

/// The colour of secondary text and lines: a mix of text and background.
QColor mutedColor(const QPalette& palette, double strength = 0.6);

} // namespace inverso::ui
