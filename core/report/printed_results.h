// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/plan.h"

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace inverso {

/// The printed results of the thesis for a method with a budget; percent, hours; NaN: not printed.
struct PrintedResult
{
    double valid = std::numeric_limits<double>::quiet_NaN();
    double validDeviation = std::numeric_limits<double>::quiet_NaN();
    double test = std::numeric_limits<double>::quiet_NaN(); ///< the highest among queried cells
    double testDeviation = std::numeric_limits<double>::quiet_NaN();
    double gpuHours = std::numeric_limits<double>::quiet_NaN();
};

/// The tables of the thesis (resources/reference/printed_results.json).
class PrintedResults
{
public:
    /// Throws Error: missing or broken.
    static PrintedResults load();

    /// The numbers of a table such as "Table 7"; all empty when there is none.
    [[nodiscard]] PrintedResult find(const std::string& table, const PlanBenchmark& benchmark,
                                     const std::string& method, int queries) const;
    struct Optimum
    {
        double valid = 0.0;
        double test = 0.0;
    };
    [[nodiscard]] std::optional<Optimum> optimum(const std::string& table, const PlanBenchmark& benchmark) const;

private:
    struct Benchmark
    {
        std::string table;
        std::string space;
        std::vector<std::string> datasets;
        Optimum optimum;
    };
    struct Entry
    {
        std::size_t benchmark;
        std::string method;
        int queries;
        PrintedResult result;
    };
    static bool belongs(const Benchmark& printed, const std::string& table, const PlanBenchmark& wanted);

    std::vector<Benchmark> m_benchmarks;
    std::vector<Entry> m_entries;
};

} // namespace inverso
