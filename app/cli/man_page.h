// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_tree.h"

#include <string>

namespace inverso::cli {

/// inverso-cli.1, as roff in ASCII, warning-free for groff and mandoc.
std::string manPage(const CommandEntry& program);

} // namespace inverso::cli
