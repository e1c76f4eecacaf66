// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/man_page.h"

#include "core/base/text.h"

#include <cstdio>
#include <string_view>

namespace inverso::cli {

namespace {

// The code point that begins at `at`, which moves to the next one.
char32_t codePoint(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at++);
    const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
    char32_t point = more == 0 ? first : first & (0x3fU >> more);
    for (int i = 0; i < more && at < text.size(); ++i)
        point = point << 6 | (byte(at++) & 0x3fU);
    return point;
}

// What roff would take for commands, and whatever is not ASCII. Dashes are real ones, so that options can be copied.
std::string escaped(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const bool atStart = at == 0 || text[at - 1] == '\n';
        const char32_t point = codePoint(text, at);
        if (atStart && (point == '.' || point == '\''))
            result += "\\&";
        if (point == '\\') {
            result += "\\e";
        } else if (point == '-') {
            result += "\\-";
        } else if (point < 0x80) {
            result += static_cast<char>(point);
        } else {
            char code[16];
            std::snprintf(code, sizeof code, "\\[u%04X]", static_cast<unsigned>(point));
            result += code;
        }
    }
    return result;
}

std::string bold(std::string_view text)
{
    return "\\fB" + escaped(text) + "\\fR";
}

std::string italic(std::string_view text)
{
    return "\\fI" + escaped(text) + "\\fR";
}

std::string headOf(const OptionEntry& option)
{
    if (option.isArgument())
        return italic(option.value.empty() ? option.argument : option.value);
    std::string head;
    for (const std::string& name : option.names)
        head += (head.empty() ? "" : ", ") + bold(name);
    return option.value.empty() ? head : head + " " + italic(option.value);
}

std::string tailOf(const OptionEntry& option)
{
    const std::string allowed = option.range.empty() ? joined(option.words) : option.range;
    return (allowed.empty() ? "" : " Allowed: " + allowed + ".") + (option.required ? " Required." : "");
}

std::string paragraphOf(const OptionEntry& option)
{
    std::string text = option.description;
    if (!text.empty() && text.back() != '.')
        text += '.';
    return ".TP\n" + headOf(option) + "\n" + escaped(text + tailOf(option)) + "\n";
}

std::string synopsisOf(const CommandEntry& command)
{
    std::string text = bold("inverso-cli " + command.name);
    for (const OptionEntry& option : command.options) {
        if (option.required)
            text += " " + headOf(option);
        else if (option.isArgument())
            text += " [" + headOf(option) + "]";
    }
    return text + " [" + italic("options") + "]\n";
}

std::string sectionOf(const CommandEntry& command)
{
    std::string text =
        ".SS " + escaped(command.name) + "\n" + synopsisOf(command) + ".PP\n" + escaped(command.description) + ".\n";
    for (const OptionEntry& option : command.options)
        if (!option.common)
            text += paragraphOf(option);
    if (!command.footer.empty()) // a table of its own making
        text += ".PP\n.nf\n" + escaped(command.footer) + (command.footer.ends_with('\n') ? "" : "\n") + ".fi\n";
    return text;
}

struct Entry
{
    std::string_view what;
    std::string_view text;
};

std::string listOf(const char* title, std::initializer_list<Entry> entries)
{
    std::string text = ".SH " + std::string(title) + "\n";
    for (const Entry& entry : entries)
        text += ".TP\n" + bold(entry.what) + "\n" + escaped(entry.text) + "\n";
    return text;
}

std::string commonOptions(const CommandEntry& command, const CommandEntry& program)
{
    std::string text = ".SH OPTIONS OF EVERY COMMAND\n";
    for (const OptionEntry& option : command.options)
        if (option.common)
            text += paragraphOf(option);
    for (const OptionEntry& option : program.options)
        if (!option.common) // --version
            text += paragraphOf(option);
    return text;
}

std::string outcomes()
{
    return listOf("EXIT STATUS", {{"0", "Done."},
                                  {"1", "Failed; one sentence on standard error says what, where, and what to do."},
                                  {"2", "Wrong usage; the sentence names the option and what is allowed."},
                                  {"130", "Interrupted; what was finished is saved, and the sentence says where."}});
}

std::string places()
{
    return listOf("ENVIRONMENT",
                  {{"INVERSO_BENCHMARKS", "A folder of benchmark tables, looked through before all others."},
                   {"INVERSO_RESOURCES", "A folder with weights, maps, benchmarks and plans to use instead of those "
                                         "that are installed."},
                   {"XDG_DATA_HOME", "Where your data are kept; ~/.local/share when it is not set."}})
           + listOf("FILES",
                    {{"~/.local/share/inverso/benchmarks", "Your tables; import writes there."},
                     {"~/.local/share/inverso/trainings", "Trainings that were done, so that none is done twice."},
                     {"../share/inverso", "Beside the folder of the program: weights, maps, plans and the table that "
                                          "are shipped."}});
}

std::string examples()
{
    return ".SH EXAMPLES\n.nf\n"
           + escaped("inverso-cli info\n"
                     "inverso-cli search --method inn --budget 100 --seeds 0..9\n"
                     "inverso-cli invert --target 0.82 --count 8\n"
                     "inverso-cli search --session night.inverso; inverso-cli resume night.inverso\n")
           + ".fi\n";
}

} // namespace

std::string manPage(const CommandEntry& program)
{
    const auto commands = leaves(program);
    std::string text =
        ".TH INVERSO\\-CLI 1 " INVERSO_RELEASE_DATE " \"Inverso " INVERSO_VERSION "\" \"User Commands\"\n"
        ".SH NAME\ninverso\\-cli \\- generate neural\\-network cells by inverting their accuracy\n"
        ".SH SYNOPSIS\n"
        + bold("inverso-cli") + " " + italic("command") + " [" + italic("options")
        + "]\n"
          ".SH DESCRIPTION\n"
          "An invertible network learns to map the code of a cell to its accuracy from a few labels. Run "
          "backwards, it\nturns a wanted accuracy into cells. Results are on standard output; what is said "
          "to the person is on\nstandard error.\n"
          ".SH COMMANDS\n";
    for (const CommandEntry* command : commands)
        text += sectionOf(*command);
    if (!commands.empty())
        text += commonOptions(*commands.front(), program);
    return text + outcomes() + places() + examples() + ".SH SEE ALSO\n\\fBinverso\\fR(1)\n";
}

} // namespace inverso::cli
