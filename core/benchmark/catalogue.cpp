// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/catalogue.h"

#include "core/base/error.h"

#include <algorithm>
#include <cstdlib>

namespace inverso {

namespace {

namespace fs = std::filesystem;

/// An environment variable, empty when unset.
std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

/// Empty when neither $XDG_DATA_HOME nor $HOME says where it is.
fs::path userFolder()
{
    const fs::path data = environment("XDG_DATA_HOME");
    if (data.is_absolute()) // relative paths are to be ignored (XDG base directory specification)
        return data / "inverso" / "benchmarks";
    const fs::path home = environment("HOME");
    return home.empty() ? fs::path() : home / ".local" / "share" / "inverso" / "benchmarks";
}

std::vector<CatalogueEntry> tablesIn(const fs::path& folder)
{
    std::vector<CatalogueEntry> found;
    std::error_code error; // a folder that is missing or closed holds no tables
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->path().extension() == ".csv" && it->is_regular_file(ignored))
            found.push_back({it->path().stem().string(), it->path()});
    }
    std::ranges::sort(found, {}, &CatalogueEntry::name);
    return found;
}

} // namespace

std::vector<CatalogueEntry> findTables()
{
    std::vector<CatalogueEntry> result;
    for (const fs::path& folder : {fs::path(environment("INVERSO_BENCHMARKS")), userFolder()}) {
        if (folder.empty())
            continue;
        for (CatalogueEntry& entry : tablesIn(folder)) {
            // The first folder wins, so that a name says one file.
            if (std::ranges::find(result, entry.name, &CatalogueEntry::name) == result.end())
                result.push_back(std::move(entry));
        }
    }
    return result;
}

std::shared_ptr<const Table> openTable(const std::string& nameOrPath)
{
    const std::vector<CatalogueEntry> entries = findTables();
    const auto named = std::ranges::find(entries, nameOrPath, &CatalogueEntry::name);
    if (named != entries.end())
        return Table::load(named->path);
    std::error_code error;
    if (fs::exists(nameOrPath, error))
        return Table::load(nameOrPath);

    std::string names;
    for (const CatalogueEntry& entry : entries)
        names += (names.empty() ? "" : ", ") + entry.name;
    const fs::path user = userFolder();
    throw Error("There is no benchmark and no file \"" + nameOrPath + "\"; known benchmarks: "
                + (names.empty() ? "none" : names) + ". Give the path of a CSV table, or put tables into "
                + (user.empty() ? "" : user.string() + " or ") + "the folder that INVERSO_BENCHMARKS names.");
}

} // namespace inverso
