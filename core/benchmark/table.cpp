// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/table.h"

#include "core/base/error.h"
#include "core/base/read_file.h"
#include "core/benchmark/table_reader.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace inverso {

std::shared_ptr<const Table> Table::load(const std::filesystem::path& path)
{
    constexpr std::size_t largest = std::size_t{1} << 30;
    return parse(readFile(path, largest), path.string());
}

std::shared_ptr<const Table> Table::parse(std::string_view text, const std::string& name)
{
    return TableReader(text, name).read();
}

std::shared_ptr<const Table> Table::empty(const SearchSpace& space, std::string source, std::string dataset)
{
    const std::shared_ptr<Table> table(new Table);
    const std::vector<float> unknown(space.size(), std::numeric_limits<float>::quiet_NaN());
    table->m_space = &space;
    table->m_source = std::move(source);
    table->m_datasets.push_back({std::move(dataset), unknown, unknown, 0, 0});
    return table;
}

std::shared_ptr<const Table> Table::with(std::string_view dataset,
                                         std::span<const std::pair<CellIndex, Label>> labels) const
{
    const std::size_t place = static_cast<std::size_t>(&this->dataset(dataset) - m_datasets.data());
    const std::shared_ptr<Table> table(new Table(*this));
    Dataset& changed = table->m_datasets[place];
    for (const auto& [cell, label] : labels) {
        const bool isNew = std::isnan(changed.valid[cell]);
        changed.valid[cell] = static_cast<float>(label.valid);
        changed.test[cell] = static_cast<float>(label.test);
        changed.known += isNew ? 1U : 0U;
        table->m_rows += isNew ? 1U : 0U;
        if (std::isnan(changed.valid[changed.best]) || changed.valid[cell] > changed.valid[changed.best])
            changed.best = cell;
    }
    return table;
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
