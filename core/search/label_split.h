// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"

#include <optional>
#include <string_view>

namespace inverso {

/// Numbers of labels for training and for validation.
struct LabelSplit
{
    int training = 0;
    int validation = 0;
};

/// "N" → N+0; "T+V". None for any other text, or without training labels.
inline std::optional<LabelSplit> readLabelSplit(std::string_view text)
{
    const std::size_t plus = text.find('+');
    const auto training = parseNumber<int>(text.substr(0, plus));
    const auto validation = plus == std::string_view::npos ? std::optional(0) : parseNumber<int>(text.substr(plus + 1));
    if (!training || !validation || *training < 1 || *validation < 0)
        return std::nullopt;
    return LabelSplit{*training, *validation};
}

} // namespace inverso
