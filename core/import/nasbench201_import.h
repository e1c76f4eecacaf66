// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace inverso {

/// A NAS-Bench-201 table that was found good.
struct NasBench201Import
{
    std::string table; ///< the file's text as it is, remarks and all
    std::size_t cells = 0;
    std::size_t records = 0; ///< lines that hold a cell
};

/// Reads a table (see Table), plain or gzip. Throws Error with file and line as Table does, and for a table of another
/// space; the authors' own files are recognised, and the error says how to turn them into a table.
NasBench201Import importNasBench201(const std::filesystem::path& path);

} // namespace inverso
