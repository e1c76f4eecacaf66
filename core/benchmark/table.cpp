// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/table.h"

#include "core/base/error.h"
#include "core/base/read_file.h"

#include <algorithm>
#include <cmath>

namespace inverso {

std::shared_ptr<const Table> Table::load(const std::filesystem::path& path)
{
    constexpr std::size_t largest = std::size_t{1} << 30;
    return parse(readFile(path, largest), path.string());
}

const Table::Dataset& Table::dataset(std::string_view name) const
{
    const auto found = std::ranges::find(m_datasets, name, &Dataset::name);
    if (found != m_datasets.end())
        return *found;
    std::string names;
    for (const Dataset& dataset : m_datasets)
        names += (names.empty() ? "" : ", ") + dataset.name;
    throw UsageError("The table " + m_source + " has no data set \"" + std::string(name) + "\"; it has: " + names
                     + ".");
}

TableBenchmark::TableBenchmark(std::shared_ptr<const Table> table, std::string_view dataset)
    : m_table(std::move(table))
    , m_dataset(&m_table->dataset(dataset))
{
}

bool TableBenchmark::knows(CellIndex cell) const
{
    return cell < m_dataset->valid.size() && !std::isnan(m_dataset->valid[cell]);
}

Label TableBenchmark::label(CellIndex cell, std::stop_token) const
{
    if (!knows(cell)) {
        throw Error("The table " + source() + " has no accuracy of cell number " + std::to_string(cell) + " on "
                    + dataset() + ".");
    }
    return {m_dataset->valid[cell], m_dataset->test[cell]};
}

} // namespace inverso
