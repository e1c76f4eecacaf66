// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/nasbench101_run.h"

#include "core/import/base64.h"
#include "core/import/json_list.h"

#include <algorithm>

namespace inverso {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool readHash(std::string_view text, NasBench101FileCell& cell)
{
    if (text.size() != 2 * cell.hash.size())
        return false;
    for (std::size_t i = 0; i < cell.hash.size(); ++i) {
        const int high = hexDigit(text[2 * i]);
        const int low = hexDigit(text[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        cell.hash[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return true;
}

bool readOperations(std::string_view text, NasBench101FileCell& cell)
{
    static constexpr auto names = NasBench101FileCell::operationNames();
    cell.operations = {};
    std::size_t count = 0;
    for (bool more = true; more; ++count) {
        const std::size_t end = text.find(',');
        const auto name = std::ranges::find(names, text.substr(0, end));
        if (name == names.end() || count == NasBench101FileCell::mostVertices)
            return false;
        cell.operations[count] = static_cast<std::uint8_t>(name - names.begin());
        more = end != std::string_view::npos;
        if (more)
            text.remove_prefix(end + 1);
    }
    cell.vertices = static_cast<std::uint8_t>(count);
    return count >= 2 && cell.operations[0] == 0 && cell.operations[count - 1] == 1;
}

/// After the operations, which say how many vertices there are.
bool readAdjacency(std::string_view digits, NasBench101FileCell& cell)
{
    std::size_t side = cell.vertices;
    while (side * side < digits.size() && side < NasBench101FileCell::mostVertices)
        ++side;
    if (side * side != digits.size())
        return false;
    cell.edges = 0;
    unsigned bit = 0;
    for (std::size_t row = 0; row < side; ++row) {
        for (std::size_t column = 0; column < side; ++column) {
            const char digit = digits[row * side + column];
            const bool inside = row < column && column < cell.vertices;
            if (digit != '0' && !(inside && digit == '1'))
                return false;
            if (inside)
                cell.edges |= static_cast<std::uint32_t>(digit == '1') << bit++;
        }
    }
    return true;
}

bool isShare(const std::optional<double>& value)
{
    return value && *value >= 0.0 && *value <= 1.0; // not so when it is NaN
}

} // namespace

std::string_view NasBench101RunReader::read(std::string_view record, std::int64_t epochs, NasBench101Run& run)
{
    JsonList list(record);
    std::string_view hash;
    std::string_view adjacency;
    std::string_view operations;
    std::string_view metrics;
    if (!list.string(hash, m_unescaped[0]) || !list.integer(run.epochs) || !list.string(adjacency, m_unescaped[1])
        || !list.string(operations, m_unescaped[2]) || !list.string(metrics, m_unescaped[3]) || !list.end())
        return "it is no JSON list of hash, epochs, adjacency, operations and metrics";
    if (run.epochs != epochs)
        return {};
    if (!readHash(hash, run.cell))
        return "its hash is not 32 hexadecimal digits";
    if (!readOperations(operations, run.cell))
        return "its operations are not those of a NAS-Bench-101 cell";
    if (!readAdjacency(adjacency, run.cell))
        return "its adjacency is no upper triangle of zeros and ones for its operations";
    if (!decodeBase64(metrics, m_message))
        return "its metrics are no base64";
    const auto message = readModelMetrics(m_message);
    if (!message)
        return "its metrics are no ModelMetrics message";
    if (!message->last || !isShare(message->last->valid) || !isShare(message->last->test))
        return "its last evaluation lacks an accuracy between 0 and 1";
    run.valid = *message->last->valid;
    run.test = *message->last->test;
    run.seconds = message->last->seconds;
    run.parameters = message->parameters;
    return {};
}

} // namespace inverso
