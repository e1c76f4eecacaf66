// SPDX-License-Identifier: GPL-3.0-or-later
// The arch string of a NAS-Bench-201 cell, both ways.
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/cell/nasbench201.h"

#include <algorithm>
#include <string>

namespace inverso {

namespace {

constexpr std::array<std::string_view, NasBench201::operationCount> names = {"none", "skip_connect", "nor_conv_1x1",
                                                                             "nor_conv_3x3", "avg_pool_3x3"};
constexpr std::array<std::string_view, 1> keys = {"arch"};

struct Alias
{
    std::string_view name;
    NasBench201::Operation operation;
};
/// Other spellings in use (NATS-Bench, NAS-Bench-Suite, papers).
constexpr std::array aliases = {
    Alias{"zero", NasBench201::None},
    Alias{"zeroize", NasBench201::None},
    Alias{"skip", NasBench201::SkipConnect},
    Alias{"identity", NasBench201::SkipConnect},
    Alias{"conv1x1", NasBench201::Conv1x1},
    Alias{"conv_1x1", NasBench201::Conv1x1},
    Alias{"nor_conv1x1", NasBench201::Conv1x1},
    Alias{"conv3x3", NasBench201::Conv3x3},
    Alias{"conv_3x3", NasBench201::Conv3x3},
    Alias{"nor_conv3x3", NasBench201::Conv3x3},
    Alias{"pool", NasBench201::AvgPool3x3},
    Alias{"avg_pool", NasBench201::AvgPool3x3},
    Alias{"avgpool3x3", NasBench201::AvgPool3x3},
    Alias{"avg_pool3x3", NasBench201::AvgPool3x3},
};

std::string joinedNames()
{
    std::string result;
    for (const std::string_view name : names) {
        if (!result.empty())
            result += ", ";
        result += name;
    }
    return result;
}

[[noreturn]] void fail(std::string_view text, const std::string& what)
{
    throw Error("The cell " + inQuotes(text, 120) + " " + what
                + " A NAS-Bench-201 cell reads |a~0|+|b~0|c~1|+|d~0|e~1|f~2| with operations out of " + joinedNames()
                + ".");
}

std::optional<NasBench201::Operation> operationNamed(std::string_view name)
{
    if (const auto it = std::ranges::find(names, name); it != names.end())
        return static_cast<NasBench201::Operation>(it - names.begin());
    if (const auto it = std::ranges::find(aliases, name, &Alias::name); it != aliases.end())
        return it->operation;
    return std::nullopt;
}

/// Removes the part up to the first `separator` from the front of `rest` and returns it.
std::string_view takePart(std::string_view& rest, char separator)
{
    const std::size_t end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return part;
}

/// Reads `op~source` pieces between bars into the node's places of `operations`: node n takes the
/// n inputs 0 … n−1, stored from n·(n−1)/2 on.
void parseNode(std::string_view text, std::string_view nodeText, std::size_t node, NasBench201::Operations& operations)
{
    std::array<bool, 3> seen{};
    std::size_t count = 0;
    while (!nodeText.empty()) {
        const std::string_view piece = takePart(nodeText, '|');
        if (piece.empty())
            continue;
        const std::size_t tilde = piece.find('~');
        const auto operation = operationNamed(piece.substr(0, tilde));
        if (!operation)
            fail(text, "has the unknown operation " + inQuotes(piece.substr(0, tilde)) + ".");
        if (tilde == std::string_view::npos)
            fail(text, "says " + inQuotes(piece) + " without its source node (~0, ~1 or ~2).");
        const std::string_view sourceText = piece.substr(tilde + 1);
        const std::size_t source = sourceText.size() == 1 ? static_cast<std::size_t>(sourceText[0] - '0') : seen.size();
        if (source >= node) {
            fail(text, "has the source " + inQuotes(sourceText) + " in " + inQuotes(piece) + ", where node "
                           + std::to_string(node) + " can only read nodes before it.");
        }
        if (seen[source])
            fail(text, "gives the source ~" + std::to_string(source) + " of node " + std::to_string(node) + " twice.");
        seen[source] = true;
        operations[node * (node - 1) / 2 + source] = *operation;
        ++count;
    }
    if (count != node) {
        fail(text, "gives " + std::to_string(count) + " of the " + std::to_string(node) + " inputs of node "
                       + std::to_string(node) + ".");
    }
}

} // namespace

std::span<const std::string_view> NasBench201::operationNames()
{
    return names;
}

std::string NasBench201::text(CellIndex cell) const
{
    std::string result;
    const Operations ops = operations(cell);
    std::size_t place = 0;
    for (std::size_t node = 1; node <= 3; ++node) {
        result += node == 1 ? "|" : "+|";
        for (std::size_t source = 0; source < node; ++source) {
            result += names[ops[place++]];
            result += '~';
            result += static_cast<char>('0' + source);
            result += '|';
        }
    }
    return result;
}

CellIndex NasBench201::parse(std::string_view text) const
{
    std::string compact; // only filled if there is white space to remove
    constexpr std::string_view blanks = " \t\r\n";
    std::string_view rest = text;
    if (text.find_first_of(blanks) != std::string_view::npos) {
        std::ranges::copy_if(text, std::back_inserter(compact),
                             [&](char c) { return blanks.find(c) == std::string_view::npos; });
        rest = compact;
    }
    if (rest.empty())
        fail(text, "is empty.");
    const auto nodes = std::ranges::count(rest, '+') + 1;
    if (nodes != 3) {
        fail(text,
             "has " + std::to_string(nodes) + (nodes == 1 ? " part" : " parts") + " between + signs instead of 3.");
    }
    Operations operations{};
    for (std::size_t node = 1; node <= 3; ++node)
        parseNode(text, takePart(rest, '+'), node, operations);
    return index(operations);
}

std::span<const std::string_view> NasBench201::keyColumns() const
{
    return keys;
}

CellIndex NasBench201::parseKey(std::span<const std::string_view> values) const
{
    return parse(values.front());
}

} // namespace inverso
