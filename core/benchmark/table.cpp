// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/table.h"

#include "core/base/error.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>

namespace inverso {

std::shared_ptr<const Table> Table::load(const std::filesystem::path& path)
{
    const std::string name = path.string();
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        throw Error(name + " is a folder; give a CSV file.");
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw Error("Cannot open " + name + ": " + std::strerror(errno) + ". Check the path and its permissions.");
    constexpr std::uintmax_t largest = std::uintmax_t{1} << 30;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (!error && size > largest) {
        throw Error(name + " is " + std::to_string(size >> 20) + " MB large, over the limit of 1024 MB for a table; "
                    + "give a CSV with one line a cell.");
    }
    std::string text(error ? 0 : static_cast<std::size_t>(size), '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (error || file.bad() || static_cast<std::size_t>(file.gcount()) != text.size())
        throw Error("Cannot read " + name + " to its end. Check the disk and the file's permissions.");
    return parse(text, name);
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
