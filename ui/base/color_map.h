// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace inverso::ui {

/// Colours of rounds: from violet through teal to yellow, with evenly growing lightness, so that the order can be read
/// without distinguishing hues and in grey print. `t` in 0…1; the ends that would be invisible on a dark (light)
/// background are left out.
QColor sequenceColor(double t, bool darkBackground);

/// Colours of unordered things; distinct for colour-blind eyes (after Okabe & Ito).
enum class Accent { Blue, Orange, Green, Vermilion, Purple, Gold };
QColor accentColor(Accent accent, bool darkBackground);

} // namespace inverso::ui
