// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/csv_reader.h"
#include "core/benchmark/table.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace inverso {

/// Builds one Table from one CSV text.
class TableReader
{
public:
    /// `name` stands for the file in errors and in Table::source().
    TableReader(std::string_view text, const std::string& name);

    /// The table. Throws Error as Table::load does. Once only.
    std::shared_ptr<const Table> read();

private:
    struct Column
    {
        enum Role { Ignored, Key, Valid, Test, Attribute };
        std::string name;
        Role role = Ignored;
        std::string dataset;       ///< of Valid and Test
        bool numeric = true;       ///< of an Attribute: no text met so far
        std::vector<float> values; ///< per cell
    };

    void readHeader();
    void recogniseSpace();
    void assignRoles();
    void setAccuracy(Column& column, Column::Role role, const std::string& dataset);
    void readRow();
    CellIndex readKey();
    [[nodiscard]] float readAccuracy(const Column& column, std::string_view field) const;
    static float readAttribute(Column& column, std::string_view field);
    void store(Column& column, CellIndex cell, float value);
    void finish();
    [[nodiscard]] bool hasLabel(CellIndex cell) const;
    Column* find(std::string_view name);
    Column* find(Column::Role role, std::string_view dataset);
    [[noreturn]] void fail(const std::string& what) const;

    CsvReader m_csv;
    std::shared_ptr<Table> m_table;
    std::vector<Column> m_columns;
    std::vector<std::size_t> m_keyPlaces; ///< columns of SearchSpace::keyColumns(), in its order
    std::vector<std::string_view> m_key;
    std::vector<std::size_t> m_firstLine; ///< per cell, 0: not met yet
};

} // namespace inverso
