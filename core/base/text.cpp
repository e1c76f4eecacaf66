// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include "core/base/statistics.h"

#include <cmath>
#include <limits>

namespace inverso {

std::string fixed(double value, int decimals)
{
    if (std::isnan(value))
        return "–";
    // Sign, digits before the point, point and decimals of the largest number.
    std::string text(std::numeric_limits<double>::max_exponent10 + 3 + static_cast<std::size_t>(decimals), '\0');
    const auto written =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
    text.resize(static_cast<std::size_t>(written.ptr - text.data()));
    return text;
}

std::string meanAndDeviation(std::span<const double> values, int decimals)
{
    const std::string text = fixed(mean(values), decimals);
    return values.size() < 2 ? text : text + " ± " + fixed(standardDeviation(values), decimals);
}

std::string inQuotes(std::string_view text, std::size_t longest)
{
    return text.size() <= longest ? "\"" + std::string(text) + "\""
                                  : "\"" + std::string(text.substr(0, longest)) + "…\"";
}

} // namespace inverso
