// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/operation_colour.h"

#include <array>
#include <utility>

namespace inverso {

namespace {

constexpr std::string_view light = "#ffffff";
constexpr std::string_view dark = "#14181d";

constexpr std::array<std::pair<std::string_view, OperationColour>, 10> colours = {{
    {"input", {"#5d6b79", light}},
    {"output", {"#5d6b79", light}},
    {"none", {"#c4c9cf", dark}},
    {"skip_connect", {"#009e73", dark}},
    {"nor_conv_1x1", {"#56b4e9", dark}},
    {"nor_conv_3x3", {"#0072b2", light}},
    {"avg_pool_3x3", {"#e69f00", dark}},
    {"conv1x1-bn-relu", {"#56b4e9", dark}},
    {"conv3x3-bn-relu", {"#0072b2", light}},
    {"maxpool3x3", {"#d55e00", dark}},
}};

} // namespace

OperationColour operationColour(std::string_view label)
{
    for (const auto& [name, colour] : colours) {
        if (name == label)
            return colour;
    }
    return {"#8a5ea1", light};
}

} // namespace inverso
