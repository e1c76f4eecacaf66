// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/file_lock.h"

#include <filesystem>
#include <string_view>

namespace inverso {

/// Appends the text and waits until it is on the disk, so that a power loss cannot undo it. Appends all of it or
/// nothing: if the text does not fit, the part that was written is removed again. Throws Error that names the file and
/// the reason and ends with `advice` (a sentence).
void appendDurably(const FileLock& file, std::string_view text, std::string_view advice);
/// The same for a path: the file is created if it is missing, and locked while it is written.
void appendDurably(const std::filesystem::path& path, std::string_view text, std::string_view advice);

} // namespace inverso
