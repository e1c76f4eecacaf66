// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/run_archive.h"

#include <filesystem>
#include <vector>

namespace inverso::ui {

/// The searches of a session file that have at least one round, finished or not. Any thread. Throws Error:
/// missing, no session, of a newer version, in use.
std::vector<ArchivedRun> readArchivedRuns(const std::filesystem::path& path);

} // namespace inverso::ui
