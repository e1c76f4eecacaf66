// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/table.h"

#include <filesystem>
#include <string>
#include <vector>

namespace inverso {

/// $XDG_DATA_HOME/inverso or ~/.local/share/inverso; empty when neither is known. It need not exist.
std::filesystem::path userDataFolder();

/// The folder of the user's own tables: userDataFolder()/benchmarks, or empty; it need not exist.
std::filesystem::path userTablesFolder();

/// A table file that the program can find by name.
struct CatalogueEntry
{
    std::string name; ///< file name without extension, e.g. "nasbench201"; shipped ones with their folder's
    std::filesystem::path path;
};

/// The tables in $INVERSO_BENCHMARKS, in the user's data folder ($XDG_DATA_HOME/inverso/benchmarks, or
/// ~/.local/share/inverso/benchmarks), and those that are shipped ("nasbench201/fashion-mnist"), in that order, by
/// name. Missing folders are not an error.
std::vector<CatalogueEntry> findTables();

/// The name that findTables() has for the file of a table, or the path itself.
std::string tableName(const std::filesystem::path& file);

/// Loads a table given as a path or as a name of findTables(). Throws Error that lists the known tables, or says how to
/// add one.
std::shared_ptr<const Table> openTable(const std::string& nameOrPath);

} // namespace inverso
