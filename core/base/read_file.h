// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>

namespace inverso {

/// The first bytes of a file, at most `most`, unpacked if it is gzip. No more than these are held in memory, however
/// large the unpacked file is. Throws as readFile().
std::string readStart(const std::filesystem::path& path, std::size_t most, const std::stop_token& stop = {});

/// A whole file, unpacked when it is gzip. Throws Error naming it: cannot be opened, a folder, broken or cut-off
/// compression, more than `largest` bytes. Throws Cancelled soon after `stop`.
std::string readFile(const std::filesystem::path& path, std::size_t largest, const std::stop_token& stop = {});

} // namespace inverso
