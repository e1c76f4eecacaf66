// SPDX-License-Identifier: GPL-3.0-or-later
// The completion for bash, made from the program's own parser; the build calls it.
#include "app/cli/bash_completion.h"
#include "app/cli/command_tree.h"
#include "app/cli/program.h"
#include "core/cell/search_space.h"
#include "core/search/search_settings.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace inverso::cli {

namespace {

std::map<std::string, std::vector<std::string>> knownValues()
{
    std::map<std::string, std::vector<std::string>> known;
    for (const std::string_view space : searchSpaceNames())
        known["S"].emplace_back(space);
    for (const MethodInfo& method : searchMethods())
        known["M"].emplace_back(method.name);
    return known;
}

} // namespace

void addReferenceCommand(CLI::App& app, Program& program)
{
    CLI::App* command = addCommand(app, program, "reference", "Completion for bash, on stdout", [&app] {
        const std::string text = bashCompletion(commandTree(app), knownValues());
        std::fwrite(text.data(), 1, text.size(), stdout);
    });
    command->group(""); // hidden: for the build and for packagers
}

} // namespace inverso::cli
