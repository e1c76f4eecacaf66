// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session_file.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace inverso::ui {

struct OpenedSession;
struct SearchRequest;

/// The session file that a run is written to, and what it had of the run before.
struct Recording
{
    SessionFile file;
    std::size_t run = 0; ///< its number in the file
    SearchSettings settings = {};
    std::vector<Round> rounds = {};
    std::optional<std::string> checkpoint = {};
    std::vector<SettingError> unused = {}; ///< recorded by 0.1 without effect, and left out of `settings`
};

/// A new file in request.recordIn, named by the time, for the run alone. `weights` is the path of those that it uses,
/// if any. Throws Error.
Recording newRecording(const SearchRequest& request, const std::string& weights);
/// The first run of a session that has not come to its end, to go on with it. Throws Error: there is none, and what
/// SessionFile::open() throws.
Recording openRecording(const QString& path);
/// What the window shows of it.
OpenedSession openedSession(const Recording& recording);

} // namespace inverso::ui
