// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace inverso {

/// What the searches of a session stand on.
struct SessionHeader
{
    std::string program; ///< version that wrote it
    std::string created; ///< UTC, ISO 8601
    std::string space;
    std::string dataset;
    std::string benchmark;     ///< path or name to open it by
    std::string benchmarkHash; ///< contentHash()
    std::string weights;       ///< path; empty for methods without a model
    std::string weightsHash;   ///< fileHash()
};

/// A round as recorded: enough to report it and to check a replay.
struct RecordedRound
{
    int number = 0;
    std::vector<Query> queries;
    Decodes decodes;
    PhaseSeconds seconds;
};

/// One search (one seed) of a session.
struct RecordedRun
{
    SearchSettings settings; ///< resolved, threads unset
    std::vector<RecordedRound> rounds;
    bool finished = false;
    double seconds = 0.0; ///< wall-clock of the whole search; set when finished
};

/// A session on disk: an SQLite file with the settings of one or more searches and every query of every
/// finished round. Each round is one transaction, so that a killed program loses at most the round it was
/// in. Only one process at a time has it open. Not thread-safe.
class SessionFile
{
public:
    /// Makes a new file for these runs. Throws Error: the file exists (unless `overwrite`), or cannot be
    /// written.
    static SessionFile create(const std::filesystem::path& path, const SessionHeader& header,
                              std::span<const SearchSettings> runs, bool overwrite);
    /// Throws Error: missing, no session, of a newer version, in use, read-only.
    static SessionFile open(const std::filesystem::path& path);
    SessionFile(SessionFile&&) noexcept;
    SessionFile& operator=(SessionFile&&) noexcept;
    ~SessionFile();

    [[nodiscard]] const SessionHeader& header() const;
    /// Reads all runs; cells are those of the header's space.
    [[nodiscard]] std::vector<RecordedRun> runs() const;
    /// Adds a finished round to run number `run`. Throws Error (full disk, …); the file keeps what it had.
    void append(std::size_t run, const Round& round);
    /// Marks the run as finished.
    void finish(std::size_t run, double seconds);

private:
    struct Data;
    explicit SessionFile(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace inverso
