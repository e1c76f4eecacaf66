// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bash_completion.h"

#include "core/base/text.h"

#include <algorithm>

namespace inverso::cli {

namespace {

using KnownValues = std::map<std::string, std::vector<std::string>>;

const char* const beginning =
    R"(# bash completion for inverso-cli, made by the program itself: inverso-cli reference
_inverso_cli()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command="" words="" i
    if [[ $current == "=" ]]; then # --option=
        current=""
    elif [[ $previous == "=" ]]; then # --option=val
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "$command/${COMP_WORDS[i]}" in
)";

const char* const ending = R"(    if [[ $current != -* && -z $words ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    fi
}
complete -F _inverso_cli inverso-cli
)";

std::string namesBelow(const CommandEntry& entry)
{
    std::vector<std::string> names;
    for (const CommandEntry& command : entry.commands)
        names.push_back(command.name.substr(command.name.rfind(' ') + 1));
    return joined(names, " ");
}

// Which words are commands, and where: "/space" and then "space/show".
void addSteps(const CommandEntry& entry, std::string& script)
{
    for (const CommandEntry& command : entry.commands) {
        const std::string last = command.name.substr(command.name.rfind(' ') + 1);
        script += "            \"" + entry.name + "/" + last + "\") command=\"" + command.name + "\" ;;\n";
        addSteps(command, script);
    }
}

std::vector<std::string> valuesOf(const OptionEntry& option, const KnownValues& known)
{
    if (!option.words.empty())
        return option.words;
    const auto found = known.find(option.value);
    return found == known.end() ? std::vector<std::string>() : found->second;
}

// After an option that wants a value: its words; where they are not known a file's name is offered.
void addValues(const CommandEntry& command, const KnownValues& known, std::string& script)
{
    for (const OptionEntry& option : command.options) {
        if (option.isArgument() || option.value.empty())
            continue;
        for (const std::string& name : option.names)
            script += "        \"" + command.name + "/" + name + "\") words=\"" + joined(valuesOf(option, known), " ")
                      + "\" ;;\n";
    }
}

void addWords(const CommandEntry& entry, const KnownValues& known, std::string& script)
{
    std::vector<std::string> options;
    std::string arguments;
    for (const OptionEntry& option : entry.options) {
        options.insert(options.end(), option.names.begin(), option.names.end());
        if (option.isArgument())
            arguments += " " + joined(valuesOf(option, known), " ");
    }
    const std::string plain = entry.commands.empty() ? arguments : " " + namesBelow(entry);
    script += "            \"" + entry.name + "\") if [[ $current == -* ]]; then words=\"" + joined(options, " ")
              + "\"; else words=\"" + plain.substr(std::min<std::size_t>(1, plain.size())) + "\"; fi ;;\n";
    for (const CommandEntry& command : entry.commands)
        addWords(command, known, script);
}

} // namespace

std::string bashCompletion(const CommandEntry& program, const KnownValues& known)
{
    std::string script = beginning;
    addSteps(program, script);
    script += "        esac\n    done\n    case \"$command/$previous\" in\n";
    for (const CommandEntry* command : leaves(program))
        addValues(*command, known, script);
    script += "        *) case \"$command\" in\n";
    addWords(program, known, script);
    return script + "        esac ;;\n    esac\n" + ending;
}

} // namespace inverso::cli
