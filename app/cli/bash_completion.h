// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_tree.h"

#include <map>
#include <string>
#include <vector>

namespace inverso::cli {

/// A bash function that completes commands, options, and values where they are known.
/// @param known words that may stand for a kind of value, by what --help calls it ("S": the spaces)
std::string bashCompletion(const CommandEntry& program, const std::map<std::string, std::vector<std::string>>& known);

} // namespace inverso::cli
