// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/catalogue.h"

#include "core/base/error.h"
#include "core/base/resources.h"

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

/// Files with that ending; `prefix` goes before their names.
std::vector<CatalogueEntry> tablesIn(const fs::path& folder, std::string_view ending, const std::string& prefix = {})
{
    std::vector<CatalogueEntry> found;
    std::error_code error; // a missing or unreadable folder has no tables
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        const std::string file = it->path().filename().string();
        if (file.size() > ending.size() && file.ends_with(ending) && it->is_regular_file(ignored))
            found.push_back({prefix + file.substr(0, file.size() - ending.size()), it->path()});
    }
    std::ranges::sort(found, {}, &CatalogueEntry::name);
    return found;
}

/// One folder per search space; the first place that has any of them is used.
std::vector<CatalogueEntry> shippedTables()
{
    std::vector<CatalogueEntry> found;
    for (const fs::path& folder : resourceFolders("benchmarks")) {
        for (const std::string_view space : searchSpaceNames())
            for (CatalogueEntry& entry : tablesIn(folder / space, ".csv.gz", std::string(space) + "/"))
                found.push_back(std::move(entry));
        if (!found.empty())
            break;
    }
    return found;
}

} // namespace

fs::path userDataFolder()
{
    const fs::path data = environment("XDG_DATA_HOME");
    if (data.is_absolute()) // relative paths must be ignored (XDG base directory specification)
        return data / "inverso";
    const fs::path home = environment("HOME");
    return home.empty() ? fs::path() : home / ".local" / "share" / "inverso";
}

fs::path userTablesFolder()
{
    const fs::path data = userDataFolder();
    return data.empty() ? data : data / "benchmarks";
}

std::vector<CatalogueEntry> findTables()
{
    std::vector<CatalogueEntry> result;
    const auto add = [&result](std::vector<CatalogueEntry> entries) {
        for (CatalogueEntry& entry : entries) {
            // The first folder wins, so that a name means one file.
            if (std::ranges::find(result, entry.name, &CatalogueEntry::name) == result.end())
                result.push_back(std::move(entry));
        }
    };
    for (const fs::path& folder : {fs::path(environment("INVERSO_BENCHMARKS")), userTablesFolder()})
        if (!folder.empty())
            add(tablesIn(folder, ".csv"));
    add(shippedTables());
    return result;
}

std::string tableName(const fs::path& file)
{
    std::error_code error; // a missing file is not a known table
    for (const CatalogueEntry& entry : findTables())
        if (fs::equivalent(entry.path, file, error))
            return entry.name;
    return file.string();
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
    const fs::path user = userTablesFolder();
    throw Error("There is no benchmark and no file \"" + nameOrPath + "\"; known benchmarks: "
                + (names.empty() ? "none" : names) + ". Give the path of a CSV table, or put tables into "
                + (user.empty() ? "" : user.string() + " or ") + "the folder that INVERSO_BENCHMARKS names.");
}

} // namespace inverso
