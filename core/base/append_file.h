// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_lock.h"

#include <filesystem>
#include <string_view>

namespace inverso {

/// Appends the text and waits until it is on the disk, so that a power loss cannot take it back. All of it or nothing:
/// what the disk took of a text that does not fit is cut off again. Throws Error naming the file and the reason, with
/// `advice` (a sentence) behind.
void appendDurably(const FileLock& file, std::string_view text, std::string_view advice);
/// The same for a file that is locked meanwhile, and made when it is missing.
void appendDurably(const std::filesystem::path& path, std::string_view text, std::string_view advice);

} // namespace inverso
