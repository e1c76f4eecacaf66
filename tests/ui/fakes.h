// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/csv_key.h"
#include "ui/worker/fake_cells.h"
#include "ui/worker/fake_engine.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace inverso::test {

using ui::FakeEngine;
using FakeSettings = FakeEngine::Settings;

/// The space that a test of the window runs in. Those with BOTH_SPACES in CMakeLists.txt run once in each.
inline const SearchSpace& space()
{
    return searchSpace(qEnvironmentVariable("INVERSO_TEST_SPACE", QStringLiteral("nasbench201")).toStdString());
}

/// The other built-in space, for tests that change from one to the other.
inline const SearchSpace& otherSpace()
{
    return searchSpace(space().name() == "nasbench201" ? "nasbench101" : "nasbench201");
}

inline QString spaceName()
{
    return QString::fromUtf8(space().name().data(), static_cast<qsizetype>(space().name().size()));
}

/// The fake engine's table of that space, by name; its content; and made-up latents.
inline QString tableNameOf(const SearchSpace& space)
{
    return QString::fromLatin1(space.name() == "nasbench201" ? FakeEngine::smallTable : FakeEngine::largeSpaceTable);
}
inline QString tableName()
{
    return tableNameOf(space());
}
inline QString otherTableName()
{
    return tableNameOf(otherSpace());
}

inline std::string tableCsv()
{
    return FakeEngine::tableCsv(space());
}

/// A CSV of a few cells of that space. `columns` and the values of a row stand behind what names the cell.
struct TableRow
{
    CellIndex cell;
    std::string values;
};
inline std::string tableCsv(const std::string& columns, const std::vector<TableRow>& rows)
{
    std::string csv = csvKeyColumns(space()) + ',' + columns + '\n';
    for (const TableRow& row : rows)
        csv += csvKey(space(), row.cell) + ',' + row.values + '\n';
    return csv;
}

inline std::shared_ptr<const Table> table()
{
    return FakeEngine::table(space());
}

/// The i-th cell whose accuracies the table has.
inline CellIndex knownCell(CellIndex i)
{
    return i * ui::stride(space());
}

/// A cell with no other operation than this one.
inline CellIndex cellOf(const std::string& op)
{
    if (!space().hasFixedEdges()) // five of them in a row
        return space().parse("100000100001000100101:input," + op + ',' + op + ',' + op + ',' + op + ',' + op
                             + ",output");
    return space().parse("|" + op + "~0|+|" + op + "~0|" + op + "~1|+|" + op + "~0|" + op + "~1|" + op + "~2|");
}

inline std::shared_ptr<const LatentSpace> fakeLatents()
{
    return FakeEngine::latents(space());
}

inline ui::SearchEnginePtr fakeEngine(const FakeSettings& settings = {})
{
    return std::make_shared<FakeEngine>(settings);
}

} // namespace inverso::test
