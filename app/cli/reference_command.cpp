// SPDX-License-Identifier: GPL-3.0-or-later
// What describes the program, made from its own parser: the build writes the man page and the completion with it.
#include "app/cli/bash_completion.h"
#include "app/cli/command_tree.h"
#include "app/cli/man_page.h"
#include "app/cli/program.h"
#include "core/cell/search_space.h"
#include "core/search/search_settings.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>

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
    const auto form = std::make_shared<std::string>();
    CLI::App* command = addCommand(app, program, "reference", "What describes this program", [form, &app] {
        const CommandEntry tree = commandTree(app);
        const std::string text = *form == "man" ? manPage(tree) : bashCompletion(tree, knownValues());
        std::fwrite(text.data(), 1, text.size(), stdout);
    });
    command->add_option("form", *form, "man: a page for man; bash: completion")
        ->check(CLI::IsMember({"man", "bash"}))
        ->required();
    command->group(""); // hidden: for the build and for packagers
}

} // namespace inverso::cli
