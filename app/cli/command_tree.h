// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace inverso::cli {

/// An option or an argument as the parser declares it.
struct OptionEntry
{
    std::vector<std::string> names; ///< "-h", "--help"; none of an argument
    std::string argument;           ///< the name of an argument without dashes, else empty
    std::string value;              ///< what stands for its value; empty: a flag
    std::vector<std::string> words; ///< all values that it may have, where they are few

    [[nodiscard]] bool isArgument() const { return names.empty(); }
};

/// A command, its options in the order in which they were declared, and the commands under it. Hidden ones are left
/// out.
struct CommandEntry
{
    std::string name; ///< with those above it: "space show"; empty of the program
    std::vector<OptionEntry> options;
    std::vector<CommandEntry> commands;
};

/// What the parser takes, for the completion.
CommandEntry commandTree(const CLI::App& app);

/// The commands that do something, depth first: those with none under them.
std::vector<const CommandEntry*> leaves(const CommandEntry& tree);

} // namespace inverso::cli
