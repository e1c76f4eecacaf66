// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session_file.h"

// The rows of a session's tables. All may throw SQLite::Exception, and reading std::out_of_range where a row belongs to
// no search or round.
namespace SQLite {
class Database;
}

namespace inverso::rows {

SessionHeader readHeader(SQLite::Database& database);
void writeHeader(SQLite::Database& database, const SessionHeader& header);

std::vector<RecordedRun> readRuns(SQLite::Database& database, const SearchSpace& space);
void writeRuns(SQLite::Database& database, std::span<const SearchSettings> runs);
void writeRound(SQLite::Database& database, const SearchSpace& space, std::size_t run, const Round& round);

} // namespace inverso::rows
