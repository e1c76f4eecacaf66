// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace inverso {

/// A benchmark table in memory: accuracies of (part of) a search space on one or more data sets,
/// with any further numeric columns as attributes.
///
/// CSV form: a header line, key column(s) of the space (`arch`, or `adjacency_upper` + `ops`), a pair
/// `<dataset>_valid`, `<dataset>_test` per data set (or plain `valid`, `test`: data set "default"),
/// any other numeric columns. Lines before it that begin with # are comments. The test column may be absent. Accuracies
/// are percent, 0…100. Empty fields mean "not known". CRLF, a UTF-8 byte-order mark and trailing blank lines are
/// accepted.
class Table
{
public:
    struct Dataset
    {
        std::string name;
        std::vector<float> valid; ///< per CellIndex, percent, NaN where unknown
        std::vector<float> test;  ///< likewise
        std::size_t known = 0;    ///< cells with a validation accuracy
        CellIndex best = 0;       ///< the cell with the best validation accuracy; 0 where none is known
    };
    struct Attribute
    {
        std::string name;
        std::vector<float> values; ///< per CellIndex, NaN where unknown
    };

    /// Reads a CSV, plain or gzip; the space is recognised by its key columns. Throws Error with file and line:
    /// missing or doubled column, unknown operation, accuracy not a number or outside 0…100, a cell
    /// given twice with different values, no rows.
    static std::shared_ptr<const Table> load(const std::filesystem::path& path);
    /// The same from memory; `name` stands for the file in errors and in source().
    static std::shared_ptr<const Table> parse(std::string_view text, const std::string& name);

    /// A table of one data set that has no label yet.
    static std::shared_ptr<const Table> empty(const SearchSpace& space, std::string source, std::string dataset);
    /// The same table with more labels of one data set. Throws UsageError when there is no such data set.
    [[nodiscard]] std::shared_ptr<const Table> with(std::string_view dataset,
                                                    std::span<const std::pair<CellIndex, Label>> labels) const;

    [[nodiscard]] const SearchSpace& space() const { return *m_space; }
    [[nodiscard]] const std::string& source() const { return m_source; }
    [[nodiscard]] std::span<const Dataset> datasets() const { return m_datasets; }
    [[nodiscard]] std::span<const Attribute> attributes() const { return m_attributes; }
    /// Throws UsageError that lists the data sets.
    [[nodiscard]] const Dataset& dataset(std::string_view name) const;
    /// Rows read (cells with a label for at least one data set).
    [[nodiscard]] std::size_t rows() const { return m_rows; }

private:
    Table() = default;
    friend class TableReader;

    const SearchSpace* m_space = nullptr;
    std::string m_source;
    std::vector<Dataset> m_datasets;
    std::vector<Attribute> m_attributes;
    std::size_t m_rows = 0;
};

/// One data set of a table as a Benchmark.
class TableBenchmark : public Benchmark
{
public:
    /// Throws UsageError when the table does not have the data set.
    TableBenchmark(std::shared_ptr<const Table> table, std::string_view dataset);

    [[nodiscard]] const SearchSpace& space() const override { return m_table->space(); }
    [[nodiscard]] const std::string& dataset() const override { return m_dataset->name; }
    [[nodiscard]] const std::string& source() const override { return m_table->source(); }
    [[nodiscard]] bool knows(CellIndex cell) const override;
    [[nodiscard]] Label label(CellIndex cell, std::stop_token stop) const override;
    [[nodiscard]] std::optional<CellIndex> bestCell() const override { return m_dataset->best; }
    [[nodiscard]] const Table& table() const { return *m_table; }

private:
    std::shared_ptr<const Table> m_table;
    const Table::Dataset* m_dataset;
};

} // namespace inverso
