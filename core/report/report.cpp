// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"
#include "core/base/statistics.h"
#include "core/base/text.h"
#include "core/report/html_page.h"

#include <algorithm>
#include <cmath>

namespace inverso {

namespace {

using Kind = ReportColumn::Kind;

// RFC 4180.
std::string csvField(const std::string& text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string csvLine(const std::vector<std::string>& fields)
{
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i)
        line += (i > 0 ? "," : "") + csvField(fields[i]);
    return line + "\n";
}

/// A row of a table as pairs of name and value.
std::vector<std::pair<std::string, std::string>> csvPairs(const ReportTable& table, std::size_t row)
{
    auto pairs = table.about;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const ReportCell& cell = table.rows[row][i];
        pairs.emplace_back(table.columns[i].title, cell.text);
        if (table.columns[i].kind == Kind::Deviating)
            pairs.emplace_back(table.columns[i].title + ", std", cell.deviation);
    }
    return pairs;
}

std::string markdownCell(const std::string& text)
{
    std::string result;
    for (const char c : text)
        result += c == '|' ? std::string("\\|") : std::string(1, c == '\n' ? ' ' : c);
    return result;
}

std::string markdownTable(const ReportTable& table)
{
    std::string text = "|";
    std::string rule = "|";
    for (const ReportColumn& column : table.columns) {
        text += " " + markdownCell(column.title) + " |";
        rule += column.kind == Kind::Number || column.kind == Kind::Deviating ? " ---: |" : " --- |";
    }
    text += "\n" + rule + "\n";
    for (const auto& row : table.rows) {
        text += "|";
        for (const ReportCell& cell : row)
            text += " " + markdownCell(cell.shown()) + " |";
        text += "\n";
    }
    return text;
}

/// A cell as text that allows line breaks between its nodes.
std::string breakable(const std::string& cell)
{
    std::string text;
    for (const char c : escaped(cell))
        text += c == '+' ? std::string("+<wbr>") : std::string(1, c);
    return text;
}

std::string htmlClass(Kind kind)
{
    if (kind == Kind::Number || kind == Kind::Deviating)
        return {};
    return kind == Kind::Text ? " class=\"text\"" : " class=\"text wide\"";
}

std::string htmlTable(const ReportTable& table)
{
    std::string text = "<div class=\"scroll\"><table>\n<tr>";
    for (const ReportColumn& column : table.columns)
        text += "<th" + htmlClass(column.kind) + ">" + escaped(column.title) + "</th>";
    text += "</tr>\n";
    for (const auto& row : table.rows) {
        text += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Kind kind = table.columns[i].kind;
            const bool isCell = kind == Kind::Cell && row[i].text.find(' ') == std::string::npos;
            text += "<td" + htmlClass(kind) + ">"
                    + (isCell ? "<code>" + breakable(row[i].text) + "</code>" : escaped(row[i].shown())) + "</td>";
        }
        text += "</tr>\n";
    }
    return text + "</table></div>\n";
}

std::string htmlPlots(const std::vector<Plot>& plots)
{
    std::string text = "<div class=\"plots\">\n";
    for (const Plot& plot : plots) {
        text += plot.diagonal ? "<figure class=\"square\">" : "<figure>";
        if (!plot.title.empty())
            text += "<figcaption>" + escaped(plot.title) + "</figcaption>\n";
        text += toSvg(plot) + "</figure>\n";
    }
    return text + "</div>\n";
}

} // namespace

ReportCell ReportCell::of(std::span<const double> values, int decimals)
{
    if (values.empty())
        return {};
    return values.size() < 2 ? of(values.front(), decimals) : of(mean(values), standardDeviation(values), decimals);
}

ReportCell ReportCell::of(double value, int decimals)
{
    return std::isnan(value) ? ReportCell() : ReportCell(fixed(value, decimals));
}

ReportCell ReportCell::of(double value, double deviation, int decimals)
{
    ReportCell cell = of(value, decimals);
    if (!cell.text.empty() && !std::isnan(deviation))
        cell.deviation = fixed(deviation, decimals);
    return cell;
}

std::string ReportCell::shown() const
{
    if (text.empty())
        return "–";
    return deviation.empty() ? text : text + " ± " + deviation;
}

std::string toCsv(const Report& report)
{
    std::vector<std::vector<std::pair<std::string, std::string>>> rows;
    std::vector<std::string> about;
    std::vector<std::string> names;
    const auto addName = [](std::vector<std::string>& list, const std::string& name) {
        if (std::ranges::find(list, name) == list.end())
            list.push_back(name);
    };
    for (const ReportSection& section : report.sections) {
        if (!section.table)
            continue;
        for (const auto& [name, value] : section.table->about)
            addName(about, name);
        for (std::size_t i = 0; i < section.table->rows.size(); ++i) {
            rows.push_back(csvPairs(*section.table, i));
            for (const auto& [name, value] : rows.back())
                if (std::ranges::find(about, name) == about.end())
                    addName(names, name);
        }
    }
    about.insert(about.end(), names.begin(), names.end());
    std::string text = csvLine(about);
    for (const auto& row : rows) {
        std::vector<std::string> fields;
        for (const std::string& name : about) {
            const auto found = std::ranges::find(row, name, &std::pair<std::string, std::string>::first);
            fields.push_back(found == row.end() ? "" : found->second);
        }
        text += csvLine(fields);
    }
    return text;
}

std::string toMarkdown(const Report& report)
{
    std::string text = "# " + report.title + "\n";
    for (const std::string& note : report.notes)
        text += "\n" + note + "\n";
    for (const ReportSection& section : report.sections) {
        text += "\n" + std::string(static_cast<std::size_t>(section.level), '#') + " " + section.title + "\n";
        for (const std::string& note : section.notes)
            text += "\n" + note + "\n";
        if (section.table)
            text += "\n" + markdownTable(*section.table);
        if (!section.plots.empty())
            text += "\nPlots: in the page beside this file.\n";
    }
    return text;
}

std::string toHtml(const Report& report)
{
    std::string body = "<h1>" + escaped(report.title) + "</h1>\n";
    for (const std::string& note : report.notes)
        body += "<p class=\"note\">" + escaped(note) + "</p>\n";
    for (const ReportSection& section : report.sections) {
        const std::string tag = "h" + std::to_string(section.level);
        body += "<" + tag + ">" + escaped(section.title) + "</" + tag + ">\n";
        for (const std::string& note : section.notes)
            body += "<p class=\"note\">" + escaped(note) + "</p>\n";
        if (section.table)
            body += htmlTable(*section.table);
        if (!section.plots.empty())
            body += htmlPlots(section.plots);
        body += section.html;
    }
    return htmlPage(report.title, body);
}

} // namespace inverso
