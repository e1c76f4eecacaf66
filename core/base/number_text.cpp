// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/number_text.h"

#include "core/base/statistics.h"

#include <cmath>
#include <cstdio>

namespace inverso {

std::string fixed(double value, int decimals)
{
    if (std::isnan(value))
        return "–";
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

std::string meanAndDeviation(std::span<const double> values, int decimals)
{
    const std::string text = fixed(mean(values), decimals);
    return values.size() < 2 ? text : text + " ± " + fixed(standardDeviation(values), decimals);
}

} // namespace inverso
