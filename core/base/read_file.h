// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>

namespace inverso {

/// A whole file, unpacked when it is gzip. Throws Error naming it: cannot be opened, a folder, broken or cut-off
/// compression, more than `largest` bytes. Throws Cancelled soon after `stop`.
std::string readFile(const std::filesystem::path& path, std::size_t largest, const std::stop_token& stop = {});

} // namespace inverso
