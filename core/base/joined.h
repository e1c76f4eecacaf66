// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inverso {

/// Texts one behind the other, with something between.
template <typename Texts> std::string joined(const Texts& texts, std::string_view between = ", ")
{
    std::string text;
    for (const auto& one : texts) {
        if (!text.empty())
            text += between;
        text += one;
    }
    return text;
}

} // namespace inverso
