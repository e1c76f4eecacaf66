// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

/// Functions of std::filesystem that report a failure as Error: a sentence with the path and the reason.
namespace inverso::files {

/// Whether there is a file or a folder. False for a missing one; throws Error when the path cannot be looked up (too
/// long, a loop of links, a folder that may not be read).
bool exists(const std::filesystem::path& path);
/// The same for a folder.
bool isFolder(const std::filesystem::path& path);
/// The size in bytes. Throws Error: missing, not a file.
std::uintmax_t size(const std::filesystem::path& path);
/// Throws Error when the working directory is gone.
std::filesystem::path absolute(const std::filesystem::path& path);
/// Calls `visit` for each entry of a folder, in no order, until it returns false. Throws Error: missing, not a folder,
/// cannot be read.
void visit(const std::filesystem::path& folder,
           const std::function<bool(const std::filesystem::directory_entry&)>& visit);
/// Truncates a file, or extends it with zeros. Throws Error.
void resize(const std::filesystem::path& path, std::uintmax_t bytes);
/// Throws Error: the path, the reason (an errno; 0: the disk is full, as a stream does not say why), and `advice`.
[[noreturn]] void failToWrite(const std::filesystem::path& path, int why, std::string_view advice);
/// Renames `from`, replacing `to`. Throws Error that ends with `advice` (a sentence).
void rename(const std::filesystem::path& from, const std::filesystem::path& to, std::string_view advice);

} // namespace inverso::files
