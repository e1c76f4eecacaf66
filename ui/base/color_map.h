// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace inverso::ui {

/// Colours of rounds: from violet over teal to yellow, lightness growing evenly, so that the order can
/// be read without telling hues apart and in grey print. `t` in 0…1; the ends that would vanish on a
/// dark (light) background are left out.
QColor sequenceColor(double t, bool darkBackground);

/// Colours of things that are not in an order; distinct for colour-blind eyes (after Okabe & Ito).
enum class Accent { Blue, Orange, Green, Vermilion, Purple, Gold };
QColor accentColor(Accent accent, bool darkBackground);

} // namespace inverso::ui
