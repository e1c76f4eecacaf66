// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/nasbench101_run.h"

#include "core/import/base64.h"

#include <model_metrics.pb.h>
#include <nlohmann/json.hpp>

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

bool isShare(double value)
{
    return value >= 0.0 && value <= 1.0; // not so when it is NaN
}

/// Whether the record is a list of hash, epochs, adjacency, operations and metrics.
bool isRunList(const nlohmann::json& list)
{
    return list.is_array() && list.size() == 5 && list[0].is_string() && list[1].is_number_integer()
           && (!list[1].is_number_unsigned() || list[1].get<std::uint64_t>() <= INT64_MAX) && list[2].is_string()
           && list[3].is_string() && list[4].is_string();
}

} // namespace

std::string_view readNasBench101Run(std::string_view record, std::int64_t epochs, NasBench101Run& run)
{
    const nlohmann::json list = nlohmann::json::parse(record, nullptr, false);
    if (!isRunList(list))
        return "it is not a JSON list of hash, epochs, adjacency, operations and metrics";
    run.epochs = list[1].get<std::int64_t>();
    if (run.epochs != epochs)
        return {};
    if (!readHash(list[0].get_ref<const std::string&>(), run.cell))
        return "its hash is not 32 hexadecimal digits";
    if (!readOperations(list[3].get_ref<const std::string&>(), run.cell))
        return "its operations are not those of a NAS-Bench-101 cell";
    if (!readAdjacency(list[2].get_ref<const std::string&>(), run.cell))
        return "its adjacency is not an upper triangle of zeros and ones for its operations";
    std::string bytes;
    if (!decodeBase64(list[4].get_ref<const std::string&>(), bytes))
        return "its metrics are not base64";
    nasbench101::ModelMetrics metrics;
    if (!metrics.ParseFromString(bytes))
        return "its metrics are not a ModelMetrics message";
    const int evaluations = metrics.evaluation_data_size();
    const auto& last =
        evaluations > 0 ? metrics.evaluation_data(evaluations - 1) : nasbench101::EvaluationData::default_instance();
    if (!last.has_validation_accuracy() || !last.has_test_accuracy() || !isShare(last.validation_accuracy())
        || !isShare(last.test_accuracy()))
        return "its last evaluation lacks an accuracy between 0 and 1";
    run.valid = last.validation_accuracy();
    run.test = last.test_accuracy();
    run.seconds = last.has_training_time() ? std::optional(last.training_time()) : std::nullopt;
    run.parameters = metrics.has_trainable_parameters() ? std::optional(metrics.trainable_parameters()) : std::nullopt;
    return {};
}

} // namespace inverso
