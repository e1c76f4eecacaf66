// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/nasbench201_import.h"

#include "core/base/error.h"
#include "core/base/read_file.h"
#include "core/benchmark/csv_reader.h"
#include "core/benchmark/table.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace inverso {

namespace {

namespace fs = std::filesystem;

/// NATS-tss-v1_0-3ffb9.pickle.pbz2, its folder of one file a cell or the archive of that,
/// NAS-Bench-201-v1_1-096897.pth.
bool isAuthorsFile(const fs::path& path)
{
    std::error_code error;
    if (fs::is_directory(path, error))
        return fs::exists(path / "meta.pickle.pbz2", error);
    std::array<char, 512> begin = {};
    std::ifstream(path, std::ios::binary).read(begin.data(), begin.size());
    const std::string_view bytes(begin.data(), begin.size());
    constexpr std::array<std::string_view, 3> beginnings = {"BZh", "PK\x03\x04", "\x80\x02"}; // bzip2, zip, pickle
    constexpr std::size_t tarMark = 257;
    return bytes.substr(tarMark).starts_with("ustar")
           || std::ranges::any_of(beginnings, [bytes](std::string_view one) { return bytes.starts_with(one); });
}

std::size_t countRows(const std::string& text, const std::string& name)
{
    CsvReader csv(text, name);
    std::size_t lines = 0;
    while (csv.next())
        lines += lines > 0 || !csv.fields().front().starts_with('#') ? 1 : 0; // remarks stand before the header
    return lines - 1;
}

} // namespace

NasBench201Import importNasBench201(const fs::path& path)
{
    const std::string name = path.string();
    if (isAuthorsFile(path)) {
        throw Error(name + " is no CSV table. If it is the file of the benchmark's authors, turn it into one first: "
                    + "python3 tools/nasbench201_to_csv.py " + name + " table.csv.");
    }
    NasBench201Import result;
    result.table = readFile(path, std::size_t{1} << 30);
    const auto table = Table::parse(result.table, name);
    if (table->space().name() != "nasbench201") {
        throw Error(name + " is a table of " + std::string(table->space().title())
                    + ", not of NAS-Bench-201; it needs no import, put it into the folder of your tables as it is.");
    }
    result.cells = table->rows();
    result.records = countRows(result.table, name);
    return result;
}

} // namespace inverso
