// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace inverso {

/// A whole number stored as JSON. nlohmann::json would convert 1e300 to an int, which is undefined, and 5000000000 to
/// another number. Throws Error for those.
template <typename Whole> Whole wholeIn(const nlohmann::ordered_json& value)
{
    if (value.is_number_unsigned() && std::in_range<Whole>(value.get<std::uint64_t>()))
        return static_cast<Whole>(value.get<std::uint64_t>());
    if (value.is_number_integer() && !value.is_number_unsigned() && std::in_range<Whole>(value.get<std::int64_t>()))
        return static_cast<Whole>(value.get<std::int64_t>());
    throw Error("A stored number cannot be read (" + value.dump() + " is not a whole number here).");
}

} // namespace inverso
