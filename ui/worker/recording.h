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

/// The session file of a run, and its content from before.
struct Recording
{
    SessionFile file;
    std::size_t run = 0; ///< its number in the file
    SearchSettings settings = {};
    std::vector<Round> rounds = {};
    std::optional<std::string> checkpoint = {};
    std::vector<SettingError> unused = {}; ///< recorded by 0.1 without effect, and omitted in `settings`
};

/// A new file in request.recordIn, named by the time, only for this run. `weights` is the path of the weights that it
/// uses, if any. Throws Error.
Recording newRecording(const SearchRequest& request, const std::string& weights);
/// The first unfinished run of a session, to resume it. Throws Error if there is none, and the errors of
/// SessionFile::open().
Recording openRecording(const QString& path);
/// How the window shows it.
OpenedSession openedSession(const Recording& recording);

} // namespace inverso::ui
