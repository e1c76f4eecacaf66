// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace inverso {

/// Waits until the content of an open file is on the disk. Zero, or the errno. Pipes and terminals need no waiting.
int syncFile(int file);
/// The same for a file that is not open.
int syncFile(const std::filesystem::path& path);
/// Waits until the name of a new file is on the disk, which requires syncing its folder. Some file systems cannot sync
/// folders; they order their writes themselves.
void syncName(const std::filesystem::path& path);

} // namespace inverso
