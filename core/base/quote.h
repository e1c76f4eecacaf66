// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace inverso {

/// Text of a file or a person, as an error quotes it: cut where it is long, so that the error stays one sentence.
inline std::string inQuotes(std::string_view text, std::size_t longest = 60)
{
    return text.size() <= longest ? "\"" + std::string(text) + "\""
                                  : "\"" + std::string(text.substr(0, longest)) + "…\"";
}

} // namespace inverso
