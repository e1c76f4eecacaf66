// SPDX-License-Identifier: GPL-3.0-or-later
// NAS-Bench-101 cells in text, both ways.
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/cell/nasbench101.h"

#include <algorithm>
#include <cctype>

namespace inverso {

namespace {

using Form = NasBench101Form;

constexpr std::array<std::string_view, Form::operationCount> names = {"conv3x3-bn-relu", "conv1x1-bn-relu",
                                                                      "maxpool3x3"};
constexpr std::array<std::string_view, Form::operationCount> shortNames = {"conv3x3", "conv1x1", "maxpool"};
constexpr std::array<std::string_view, 2> keys = {"adjacency_upper", "ops"};
constexpr std::size_t hashDigits = 32;

[[noreturn]] void fail(std::string_view text, const std::string& what)
{
    throw Error("The cell " + inQuotes(text, 120) + " " + what
                + " A NAS-Bench-101 cell reads adjacency_upper:op,op,… such as 111:input,conv3x3-bn-relu,output, or is "
                  "a graph hash of 32 digits; operations are conv1x1-bn-relu, conv3x3-bn-relu, maxpool3x3.");
}

std::vector<std::string_view> parts(std::string_view text)
{
    std::vector<std::string_view> result;
    while (true) {
        const std::size_t end = text.find_first_of(",|");
        result.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return result;
        text.remove_prefix(end + 1);
    }
}

std::optional<std::uint8_t> operationNamed(std::string_view name)
{
    for (const auto& spelling : {names, shortNames}) {
        if (const auto it = std::ranges::find(spelling, name); it != spelling.end())
            return static_cast<std::uint8_t>(it - spelling.begin());
    }
    return std::nullopt;
}

/// The graph as written, of up to 7 vertices, not yet pruned.
Form parseForm(std::string_view whole, std::string_view edges, std::string_view operations)
{
    Form form;
    const auto entries = [&] { return static_cast<std::size_t>(form.vertices * (form.vertices - 1) / 2); };
    while (form.vertices < Form::maxVertices && entries() < edges.size())
        ++form.vertices;
    if (entries() != edges.size()) {
        fail(whole, "has " + std::to_string(edges.size())
                        + " digits of adjacency, where 2 to 7 vertices have 1, 3, 6, 10, 15 or 21.");
    }
    std::size_t at = 0;
    for (int x = 0; x < form.vertices; ++x) {
        for (int y = x + 1; y < form.vertices; ++y) {
            const char digit = edges[at++];
            if (digit != '0' && digit != '1')
                fail(whole, "has " + inQuotes(std::string(1, digit)) + " in its adjacency, where only 0 and 1 may be.");
            form.edges |= digit == '1' ? Form::bit(x, y) : 0U;
        }
    }
    const auto given = parts(operations);
    const auto vertices = static_cast<std::size_t>(form.vertices);
    if (given.size() != vertices) {
        fail(whole, "names " + std::to_string(given.size()) + " operations for the " + std::to_string(vertices)
                        + " vertices of its adjacency.");
    }
    if (given.front() != "input" || given.back() != "output")
        fail(whole, "does not begin with input and end with output.");
    for (std::size_t v = 1; v + 1 < vertices; ++v) {
        const auto operation = operationNamed(given[v]);
        if (!operation)
            fail(whole, "has the unknown operation " + inQuotes(given[v]) + ".");
        form.inner[v - 1] = *operation;
    }
    return form;
}

CellIndex findOrFail(const NasBench101& space, std::string_view whole, const Form& form)
{
    if (const auto cell = space.find(form))
        return *cell;
    const auto pruned = form.pruned();
    if (!pruned)
        fail(whole, "has no path from its input to its output.");
    fail(whole, "has " + std::to_string(pruned->edgeCount()) + " edges, where the benchmark allows 9.");
}

bool isHash(std::string_view text)
{
    return text.size() == hashDigits
           && std::ranges::all_of(text, [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
}

std::string withoutBlanks(std::string_view text)
{
    std::string result;
    std::ranges::copy_if(text, std::back_inserter(result),
                         [](char c) { return std::string_view(" \t\r\n").find(c) == std::string_view::npos; });
    return result;
}

} // namespace

std::string NasBench101::text(CellIndex cell) const
{
    const Form form = this->form(cell);
    std::string result;
    for (int x = 0; x < form.vertices; ++x) {
        for (int y = x + 1; y < form.vertices; ++y)
            result += form.edge(x, y) ? '1' : '0';
    }
    result += ":input,";
    for (std::size_t v = 1; v + 1 < static_cast<std::size_t>(form.vertices); ++v) {
        result += names[form.inner[v - 1]];
        result += ',';
    }
    return result + "output";
}

CellIndex NasBench101::parse(std::string_view text) const
{
    std::string compact = withoutBlanks(text);
    if (compact.empty())
        fail(text, "is empty.");
    if (isHash(compact)) {
        std::ranges::transform(compact, compact.begin(), [](unsigned char c) { return std::tolower(c); });
        if (const auto cell = findHash(compact))
            return *cell;
        fail(text, "is not the hash of a cell.");
    }
    const std::string_view all = compact;
    const std::size_t colon = all.find(':');
    if (colon == std::string_view::npos)
        fail(text, "has no colon between adjacency and operations.");
    return findOrFail(*this, text, parseForm(text, all.substr(0, colon), all.substr(colon + 1)));
}

std::span<const std::string_view> NasBench101::keyColumns() const
{
    return keys;
}

CellIndex NasBench101::parseKey(std::span<const std::string_view> values) const
{
    const std::string whole = std::string(values[0]) + ":" + std::string(values[1]);
    return findOrFail(*this, whole, parseForm(whole, values[0], values[1]));
}

} // namespace inverso
