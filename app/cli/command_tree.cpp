// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_tree.h"

#include "app/cli/program.h"

#include <CLI/CLI.hpp>

namespace inverso::cli {

namespace {

// "{text,json}" → text, json.
std::vector<std::string> wordsOf(const std::string& limit)
{
    std::vector<std::string> words;
    if (limit.size() < 2 || limit.front() != '{' || limit.back() != '}')
        return words;
    std::string word;
    for (const char c : limit.substr(1, limit.size() - 2)) {
        if (c != ',') {
            word += c;
            continue;
        }
        words.push_back(std::move(word));
        word.clear();
    }
    words.push_back(std::move(word));
    return words;
}

// The parser's text is "TYPE:limit", where the limit is a list in braces or a range; a type may also contain colons.
void readType(OptionEntry& entry, const std::string& type)
{
    const std::size_t colon = type.rfind(':');
    const std::string limit = colon == std::string::npos ? std::string() : type.substr(colon + 1);
    entry.words = wordsOf(limit);
    const bool isRange = limit.find(" in [") != std::string::npos;
    entry.value = entry.words.empty() && !isRange ? type : type.substr(0, colon);
}

OptionEntry entryOf(const CLI::Option& option)
{
    OptionEntry entry;
    for (const std::string& name : option.get_snames())
        entry.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames())
        entry.names.push_back("--" + name);
    if (entry.names.empty())
        entry.argument = option.get_name(true);
    if (option.get_items_expected_max() > 0)
        readType(entry, option.get_type_name());
    return entry;
}

CommandEntry entryOf(const CLI::App& app, const std::string& above)
{
    CommandEntry entry;
    if (app.get_parent() != nullptr)
        entry.name = above.empty() ? app.get_name() : above + " " + app.get_name();
    for (const CLI::Option* option : app.get_options())
        if (!option->get_group().empty())
            entry.options.push_back(entryOf(*option));
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        if (!command->get_group().empty())
            entry.commands.push_back(entryOf(*command, entry.name));
    return entry;
}

void collectLeaves(const CommandEntry& entry, std::vector<const CommandEntry*>& found)
{
    for (const CommandEntry& command : entry.commands) {
        if (command.commands.empty())
            found.push_back(&command);
        else
            collectLeaves(command, found);
    }
}

} // namespace

CommandEntry commandTree(const CLI::App& app)
{
    return entryOf(app, {});
}

std::vector<const CommandEntry*> leaves(const CommandEntry& tree)
{
    std::vector<const CommandEntry*> found;
    collectLeaves(tree, found);
    return found;
}

} // namespace inverso::cli
