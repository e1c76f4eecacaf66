// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>

namespace inverso::ui {

/// The drawing resources/icons/<name>.svg as an icon in the palette's text colour, sharp at any scale.
/// Call again after a PaletteChange.
QIcon themedIcon(const QString& name, const QPalette& palette);

/// The program's own icon.
QIcon programIcon();

} // namespace inverso::ui
