// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace inverso {

/// `value` with so many decimals; "–" for NaN.
std::string fixed(double value, int decimals);
/// "91.607 ± 0.012"; without the deviation for a single value.
std::string meanAndDeviation(std::span<const double> values, int decimals);

} // namespace inverso
