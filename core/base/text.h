// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

namespace inverso {

/// Parses the whole text as a number, with a decimal point in every locale; none if the text contains anything else.
/// A floating type accepts NaN and infinity; the caller must check for them.
template <typename Number> std::optional<Number> parseNumber(std::string_view text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// `value` with `decimals` decimal places and a decimal point in every locale; "–" for NaN.
std::string fixed(double value, int decimals);
/// "91.607 ± 0.012"; without the standard deviation for a single value.
std::string meanAndDeviation(std::span<const double> values, int decimals);

/// Text from a file or a user in quotes for an error: cut after `longest` bytes, so that the error stays one sentence.
std::string inQuotes(std::string_view text, std::size_t longest = 60);

/// The texts, separated by `between`.
template <typename Texts> std::string joined(const Texts& texts, std::string_view between = ", ")
{
    std::string text;
    bool first = true;
    for (const auto& one : texts) {
        if (!first)
            text += between;
        text += one;
        first = false;
    }
    return text;
}

} // namespace inverso
