// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/printed_results.h"

#include "core/base/error.h"
#include "core/base/read_file.h"
#include "core/base/resources.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace inverso {

namespace {

using Json = nlohmann::json;

constexpr std::size_t largest = 1 << 20;

std::filesystem::path findFile()
{
    std::error_code error;
    for (const std::filesystem::path& folder : resourceFolders("reference")) {
        std::filesystem::path file = folder / "printed_results.json";
        if (std::filesystem::exists(file, error))
            return file;
    }
    throw Error("The printed results (resources/reference/printed_results.json) were not found; install the "
                "complete program, or set INVERSO_RESOURCES.");
}

} // namespace

PrintedResults PrintedResults::load()
{
    const std::filesystem::path file = findFile();
    PrintedResults printed;
    try {
        const Json json = Json::parse(readFile(file, largest));
        for (const char* list : {"benchmarks", "reports"}) {
            for (const Json& one : json.at(list)) {
                printed.m_benchmarks.push_back({one.at("table"),
                                                one.at("space"),
                                                one.at("datasets"),
                                                {one.at("optimum"), one.at("optimum_test")}});
                for (const Json& row : one.at("results")) {
                    const double none = std::numeric_limits<double>::quiet_NaN();
                    printed.m_entries.push_back(
                        {printed.m_benchmarks.size() - 1,
                         row.at("method"),
                         row.at("queries"),
                         {row.value("validation", none), row.value("validation_sd", none), row.value("test", none),
                          row.value("test_sd", none), row.value("gpu_hours", none)}});
                }
            }
        }
    } catch (const Json::exception& error) {
        throw Error("The printed results in " + file.string() + " cannot be read (" + error.what()
                    + "); install the program again.");
    }
    return printed;
}

bool PrintedResults::belongs(const Benchmark& printed, const std::string& table, const PlanBenchmark& wanted)
{
    const auto isOfPlan = [&](const std::string& name) {
        return std::ranges::find(wanted.datasets, name) != wanted.datasets.end();
    };
    return printed.table == table && printed.space == wanted.space && std::ranges::any_of(printed.datasets, isOfPlan);
}

PrintedResult PrintedResults::find(const std::string& table, const PlanBenchmark& benchmark, const std::string& method,
                                   int queries) const
{
    for (const Entry& entry : m_entries) {
        if (entry.method == method && entry.queries == queries
            && belongs(m_benchmarks[entry.benchmark], table, benchmark))
            return entry.result;
    }
    return {};
}

std::optional<PrintedResults::Optimum> PrintedResults::optimum(const std::string& table,
                                                               const PlanBenchmark& benchmark) const
{
    for (const Benchmark& printed : m_benchmarks) {
        if (belongs(printed, table, benchmark))
            return printed.optimum;
    }
    return std::nullopt;
}

} // namespace inverso
