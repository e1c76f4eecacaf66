// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/table_reader.h"

#include "core/base/error.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace inverso {

namespace {

constexpr std::size_t mostColumns = 256; // each needs memory for every cell of the space
constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

/// The data set of a column `<dataset>_<kind>` or plain `<kind>`; none for other columns.
std::optional<std::string> datasetOf(std::string_view column, std::string_view kind)
{
    if (column == kind)
        return "default";
    if (!column.ends_with(kind))
        return std::nullopt;
    column.remove_suffix(kind.size());
    if (column.size() < 2 || !column.ends_with('_'))
        return std::nullopt;
    return std::string(column.substr(0, column.size() - 1));
}

std::string keyColumnsOf(const SearchSpace& space)
{
    std::string names;
    for (const std::string_view name : space.keyColumns())
        names += (names.empty() ? "" : " + ") + std::string(name);
    return names + " (" + std::string(space.title()) + ")";
}

} // namespace

TableReader::TableReader(std::string_view text, const std::string& name)
    : m_csv(text, name)
    , m_table(new Table)
{
    m_table->m_source = name;
}

std::shared_ptr<const Table> TableReader::read()
{
    readHeader();
    recogniseSpace();
    assignRoles();
    while (m_csv.next())
        readRow();
    finish();
    return m_table;
}

void TableReader::fail(const std::string& what) const
{
    throw Error(m_csv.where() + ": " + what);
}

void TableReader::readHeader()
{
    bool any = m_csv.next();
    while (any && m_csv.fields().front().starts_with('#')) // comments on how the table was made
        any = m_csv.next();
    if (!any) {
        throw Error(m_table->m_source + ": the file is empty; a table begins with a header line such as "
                    + "arch,cifar10_valid,cifar10_test.");
    }
    if (m_csv.fields().size() > mostColumns)
        fail("there are " + std::to_string(m_csv.fields().size()) + " columns; allowed: up to "
             + std::to_string(mostColumns) + ".");
    for (const std::string_view field : m_csv.fields()) {
        if (!field.empty() && find(field) != nullptr)
            fail("the column " + inQuotes(field) + " occurs twice; keep one of them.");
        m_columns.emplace_back().name = field;
    }
}

TableReader::Column* TableReader::find(std::string_view name)
{
    const auto found = std::ranges::find(m_columns, name, &Column::name);
    return found == m_columns.end() ? nullptr : &*found;
}

TableReader::Column* TableReader::find(Column::Role role, std::string_view dataset)
{
    const auto found = std::ranges::find_if(
        m_columns, [&](const Column& column) { return column.role == role && column.dataset == dataset; });
    return found == m_columns.end() ? nullptr : &*found;
}

void TableReader::recogniseSpace()
{
    std::string expected;
    for (const std::string_view name : searchSpaceNames()) {
        const SearchSpace& space = searchSpace(name);
        const auto keys = space.keyColumns();
        if (std::ranges::all_of(keys, [this](std::string_view key) { return find(key) != nullptr; })) {
            m_table->m_space = &space;
            for (const std::string_view key : keys) {
                Column* column = find(key);
                column->role = Column::Key;
                m_keyPlaces.push_back(static_cast<std::size_t>(column - m_columns.data()));
            }
            m_key.resize(keys.size());
            m_firstLine.resize(space.size(), 0);
            return;
        }
        expected += (expected.empty() ? "" : ", or ") + keyColumnsOf(space);
    }
    fail("no column names the cells; expected " + expected + ".");
}

void TableReader::assignRoles()
{
    for (Column& column : m_columns) {
        if (column.role == Column::Key || column.name.empty())
            continue;
        column.values.assign(m_table->space().size(), unknown);
        if (const auto validated = datasetOf(column.name, "valid")) {
            setAccuracy(column, Column::Valid, *validated);
        } else if (const auto tested = datasetOf(column.name, "test")) {
            setAccuracy(column, Column::Test, *tested);
        } else {
            column.role = Column::Attribute;
        }
    }
    for (const Column& column : m_columns) {
        if (column.role == Column::Test && find(Column::Valid, column.dataset) == nullptr) {
            fail("the column " + inQuotes(column.name) + " has no validation accuracies beside it; add a column "
                 + inQuotes(column.name == "test" ? "valid" : column.dataset + "_valid") + ".");
        }
        if (column.role == Column::Valid)
            m_table->m_datasets.push_back({column.dataset, {}, {}, 0, 0});
    }
    if (m_table->m_datasets.empty())
        fail("no column holds accuracies; expected <dataset>_valid, and <dataset>_test where there is one.");
}

void TableReader::setAccuracy(Column& column, Column::Role role, const std::string& dataset)
{
    if (const Column* other = find(role, dataset)) {
        fail("the columns " + inQuotes(other->name) + " and " + inQuotes(column.name)
             + " belong to the same data set; keep one of them.");
    }
    column.role = role;
    column.dataset = dataset;
}

void TableReader::readRow()
{
    const auto& fields = m_csv.fields();
    if (fields.size() != m_columns.size()) {
        fail("there are " + std::to_string(fields.size()) + " fields where the header names "
             + std::to_string(m_columns.size()) + " columns.");
    }
    const CellIndex cell = readKey();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        Column& column = m_columns[i];
        if (fields[i].empty())
            continue;
        if (column.role == Column::Valid || column.role == Column::Test) {
            store(column, cell, readAccuracy(column, fields[i]));
        } else if (column.role == Column::Attribute) {
            store(column, cell, readAttribute(column, fields[i]));
        }
    }
    if (m_firstLine[cell] == 0)
        m_firstLine[cell] = m_csv.line();
}

CellIndex TableReader::readKey()
{
    for (std::size_t i = 0; i < m_key.size(); ++i)
        m_key[i] = m_csv.fields()[m_keyPlaces[i]];
    try {
        return m_table->space().parseKey(m_key);
    } catch (const Error& error) {
        fail(error.what());
    }
}

float TableReader::readAccuracy(const Column& column, std::string_view field) const
{
    const auto value = parseNumber<double>(field);
    if (!value || !std::isfinite(*value) || *value < 0.0 || *value > 100.0) {
        fail("the column " + inQuotes(column.name) + " says " + inQuotes(field)
             + ", which is not an accuracy; allowed: percent, 0 to 100, or an empty field if it is not known.");
    }
    return static_cast<float>(*value);
}

float TableReader::readAttribute(Column& column, std::string_view field)
{
    const auto value = parseNumber<double>(field);
    if (!value)
        column.numeric = false;
    constexpr double largest = std::numeric_limits<float>::max();
    return column.numeric && std::abs(*value) <= largest ? static_cast<float>(*value) : unknown;
}

/// A cell may occur again if its values do not contradict the known ones.
void TableReader::store(Column& column, CellIndex cell, float value)
{
    float& stored = column.values[cell];
    if (std::isnan(stored)) {
        stored = value;
    } else if (column.numeric && !std::isnan(value) && value != stored) {
        fail("the cell " + m_table->space().text(cell) + " was given in line " + std::to_string(m_firstLine[cell])
             + " with another value of " + inQuotes(column.name) + "; keep one of the two lines.");
    }
}

bool TableReader::hasLabel(CellIndex cell) const
{
    return std::ranges::any_of(m_table->m_datasets, [&](const auto& set) { return !std::isnan(set.valid[cell]); });
}

void TableReader::finish()
{
    for (Table::Dataset& dataset : m_table->m_datasets) {
        dataset.valid = std::move(find(Column::Valid, dataset.name)->values);
        if (Column* test = find(Column::Test, dataset.name)) {
            dataset.test = std::move(test->values);
        } else {
            dataset.test.assign(dataset.valid.size(), unknown);
        }
        float best = -1.0F;
        for (CellIndex cell = 0; cell < dataset.valid.size(); ++cell) {
            const float valid = dataset.valid[cell];
            dataset.known += std::isnan(valid) ? 0 : 1;
            if (valid > best) {
                best = valid;
                dataset.best = cell;
            }
        }
    }
    std::erase_if(m_table->m_datasets, [](const Table::Dataset& dataset) { return dataset.known == 0; });
    if (m_table->m_datasets.empty()) {
        throw Error(m_table->m_source
                    + ": no row has a validation accuracy; give at least one cell with its accuracy.");
    }
    for (Column& column : m_columns) {
        const bool any = std::ranges::any_of(column.values, [](float value) { return !std::isnan(value); });
        if (column.role == Column::Attribute && column.numeric && any)
            m_table->m_attributes.push_back({std::move(column.name), std::move(column.values)});
    }
    for (CellIndex cell = 0; cell < m_table->space().size(); ++cell)
        m_table->m_rows += hasLabel(cell) ? 1 : 0;
}

} // namespace inverso
