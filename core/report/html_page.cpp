// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_page.h"

namespace inverso {

namespace {

constexpr std::string_view style = R"css(
body { font: 15px/1.5 system-ui, sans-serif; max-width: 76em; margin: 2em auto; padding: 0 1em;
       color: var(--text); background: var(--back); }
h1 { font-size: 1.5em; } h2 { font-size: 1.25em; margin-top: 2.5em; border-top: 1px solid var(--line);
  padding-top: 1em; } h3 { font-size: 1.05em; margin-top: 1.8em; } h4 { font-size: .95em; margin: 1.4em 0 .3em; }
table { border-collapse: collapse; font-size: .93em; font-variant-numeric: tabular-nums; }
th, td { padding: .25em .6em; text-align: right; border-bottom: 1px solid var(--line); }
th { font-weight: 600; vertical-align: bottom; } td { white-space: nowrap; }
th.text, td.text { text-align: left; } td.wide { white-space: normal; overflow-wrap: anywhere; min-width: 12em; }
code { font-size: .9em; } .note { color: var(--muted); } p.note { margin: .3em 0; }
.scroll { overflow-x: auto; }
.plots { display: flex; flex-wrap: wrap; gap: .5em 1.5em; } figure { margin: .8em 0; flex: 1 1 40em; max-width: 60em; }
figure.square { flex: 1 1 22em; max-width: 30em; } figcaption { font-size: .93em; font-weight: 600; }
svg[role] { width: 100%; max-width: 60em; } svg[role] text { fill: var(--muted); font-size: 12px; }
.cell .edge path, .cell .edge polygon { stroke: var(--muted); } .cell .edge polygon { fill: var(--muted); }
)css";

std::string variables(bool dark)
{
    std::string text = ":root {";
    for (const auto& [name, colour] : pageColours(dark))
        text.append(" --").append(name).append(": ").append(colour).append(";");
    return text;
}

} // namespace

// The yellow and the black of Okabe and Ito are changed so that lines are visible on both backgrounds.
const PageColours& pageColours(bool dark)
{
    static const PageColours lights = {
        {"line", "#c8cdd3"}, {"text", "#1f2933"}, {"muted", "#5f6b7a"}, {"back", "#ffffff"}, {"mark", "#0b6bcb"},
        {"c1", "#0072b2"},   {"c2", "#d55e00"},   {"c3", "#009e73"},    {"c4", "#b3508e"},   {"c5", "#8a6d00"},
        {"c6", "#3aa0dc"},   {"c7", "#e69f00"},   {"c8", "#555555"}};
    static const PageColours darks = {
        {"line", "#3c4650"}, {"text", "#e4e8ec"}, {"muted", "#9aa7b4"}, {"back", "#161b20"}, {"mark", "#6cb4ff"},
        {"c1", "#4aa8e0"},   {"c2", "#ff8a3d"},   {"c3", "#2fc79b"},    {"c4", "#e08bc0"},   {"c5", "#d9c24a"},
        {"c6", "#9fd8ff"},   {"c7", "#ffbf47"},   {"c8", "#bbbbbb"}};
    return dark ? darks : lights;
}

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

std::string htmlPage(std::string_view title, std::string_view body)
{
    std::string page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n<title>";
    page += escaped(title);
    page += "</title>\n<style>\n" + variables(false) + " color-scheme: light dark; }\n";
    page += "@media (prefers-color-scheme: dark) { " + variables(true) + " } }";
    page += style;
    page += "</style>\n</head>\n<body>\n";
    page += body;
    return page + "</body>\n</html>\n";
}

} // namespace inverso
