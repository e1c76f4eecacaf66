// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/live_name.h"

namespace inverso {

namespace {

constexpr std::string_view prefix = "live:";

} // namespace

bool isLiveName(std::string_view name)
{
    return name.starts_with(prefix);
}

std::string liveImages(std::string_view name)
{
    return std::string(name.substr(prefix.size()));
}

std::string liveName(std::string_view images)
{
    return std::string(prefix) + std::string(images);
}

} // namespace inverso
