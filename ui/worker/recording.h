// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session_file.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace inverso::ui {

struct SearchRequest;

/// The session file that a run is written to, and what it had of the run before.
struct Recording
{
    SessionFile file;
    std::size_t run = 0; ///< its number in the file
    SearchSettings settings = {};
    std::vector<Round> rounds = {};
    std::optional<std::string> checkpoint = {};
};

/// A new file in request.recordIn, named by the time, for the run alone. `weights` is the path of those that it uses,
/// if any. Throws Error.
Recording newRecording(const SearchRequest& request, const std::string& weights);
/// The first run of a session that has not come to its end, to go on with it. Throws Error: there is none, and what
/// SessionFile::open() throws.
Recording openRecording(const QString& path);

/// Of a session: labels that the table lacks were asked of a person.
inline constexpr const char* asksAnnotation = "asks";

} // namespace inverso::ui
