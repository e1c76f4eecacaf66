// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/nasbench101_table.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace inverso {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

void append(std::string& text, const NasBench101FileCell& cell)
{
    static constexpr auto names = NasBench101FileCell::operationNames();
    for (const std::uint8_t byte : cell.hash) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 0xfU];
    }
    text += ',';
    text += std::to_string(cell.vertices);
    text += ',';
    for (int bit = 0; bit < cell.vertices * (cell.vertices - 1) / 2; ++bit)
        text += (cell.edges >> bit & 1U) != 0 ? '1' : '0';
    for (int vertex = 0; vertex < cell.vertices; ++vertex) {
        text += vertex == 0 ? ',' : '|';
        text += names[cell.operations[static_cast<std::size_t>(vertex)]];
    }
}

/// A field with at most that many decimals, and one at least unless none are wanted; empty for NaN.
void append(std::string& text, double value, int decimals)
{
    text += ',';
    if (std::isnan(value))
        return;
    char digits[64]; // enough for all that add() takes
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, decimals);
    std::string_view field(digits, static_cast<std::size_t>(end - digits));
    while (decimals > 0 && field.ends_with('0') && !field.ends_with(".0"))
        field.remove_suffix(1);
    text += field;
}

} // namespace

std::size_t NasBench101Table::HashOfHash::operator()(const Hash& hash) const
{
    std::size_t first = 0; // any part of an MD5 sum is spread well
    for (std::size_t i = 0; i < sizeof first; ++i)
        first = first << 8 | hash[i];
    return first;
}

void NasBench101Table::add(const NasBench101Run& run)
{
    const auto [place, isNew] = m_places.try_emplace(run.cell.hash, static_cast<std::uint32_t>(m_rows.size()));
    if (isNew)
        m_rows.push_back({.cell = run.cell});
    Row& row = m_rows[place->second];
    ++row.runs;
    row.valid += run.valid;
    row.test += run.test;
    constexpr double longest = 1e12; // no training; NaN fails here, too
    row.seconds += run.seconds && *run.seconds >= 0.0 && *run.seconds < longest ? *run.seconds : unknown;
    if (run.parameters && *run.parameters >= 0)
        row.parameters = *run.parameters;
}

double NasBench101Table::Row::meanSeconds() const
{
    return seconds / runs;
}

double NasBench101Table::Row::knownParameters() const
{
    return parameters < 0 ? unknown : parameters;
}

std::size_t NasBench101Table::cellsBelow(int runs) const
{
    return static_cast<std::size_t>(std::ranges::count_if(m_rows, [runs](const Row& row) { return row.runs < runs; }));
}

/// Whether the cells differ in a number, as far as they have it. A column that is the same for all cells says nothing,
/// and is what a file has that never knew.
bool NasBench101Table::differ(double (Row::*number)() const) const
{
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const Row& row : m_rows) {
        if (const double value = (row.*number)(); !std::isnan(value)) {
            least = std::min(least, value);
            most = std::max(most, value);
        }
    }
    constexpr double shown = 0.001; // a difference that a mean loses does not count
    return most - least >= shown;
}

std::string NasBench101Table::csv() const
{
    const bool withParameters = differ(&Row::knownParameters);
    const bool withSeconds = differ(&Row::meanSeconds);
    std::string text = "hash,vertices,adjacency_upper,ops,valid,test";
    text += withParameters ? ",parameters" : "";
    text += withSeconds ? ",seconds\n" : "\n";
    constexpr std::size_t longLine = 192; // seven vertices, all columns
    text.reserve(text.size() + m_rows.size() * longLine);
    for (const Row& row : m_rows) {
        append(text, row.cell);
        append(text, 100.0 * row.valid / row.runs, 6);
        append(text, 100.0 * row.test / row.runs, 6);
        if (withParameters)
            append(text, row.knownParameters(), 0);
        if (withSeconds)
            append(text, row.meanSeconds(), 3);
        text += '\n';
    }
    return text;
}

} // namespace inverso
