// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inverso {

/// The common inputs of the searches of a session.
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

/// One search (one seed) of a session.
struct RecordedRun
{
    SearchSettings settings; ///< resolved, threads unset
    std::vector<Round> rounds;
    bool finished = false;
    double seconds = 0.0; ///< wall-clock of the whole search; set when finished
};

/// A session on disk: an SQLite file with the settings of one or more searches and all results of every finished round.
/// Each round is one transaction, so that a killed program loses at most the current round. One process at a time can
/// resume it; others can read. Not thread-safe.
class SessionFile
{
public:
    /// SearchStrategy::checkpoint(), called when there is time for it.
    using Checkpoint = std::function<std::optional<std::string>()>;

    /// Creates a new file for these runs. Throws Error: the file exists (unless `overwrite`), is in use, or cannot be
    /// written.
    static SessionFile create(const std::filesystem::path& path, const SessionHeader& header,
                              std::span<const SearchSettings> runs, bool overwrite);
    /// Opens it for resuming. Throws Error: missing, not a session, of a newer version, in use, may not be written.
    static SessionFile open(const std::filesystem::path& path);
    /// Opens it for viewing: reads its present state into memory. The file is not changed, even if it is of an older
    /// version, and may be in use. Throws Error: missing, not a session, of a newer version.
    static SessionFile view(const std::filesystem::path& path);
    /// Removes the file, if it exists, and any files that a crash left beside it. Throws Error: in use.
    static void remove(const std::filesystem::path& path);
    /// Whether a program has the session open for resuming.
    static bool isInUse(const std::filesystem::path& path);
    SessionFile(SessionFile&&) noexcept;
    SessionFile& operator=(SessionFile&&) noexcept;
    ~SessionFile();

    [[nodiscard]] const std::filesystem::path& path() const;
    [[nodiscard]] const SessionHeader& header() const;
    /// Reads all runs; cells are those of the header's space.
    [[nodiscard]] std::vector<RecordedRun> runs() const;
    /// The latest checkpoint of run number `run`; none if there is none that can be read completely.
    [[nodiscard]] std::optional<std::string> checkpoint(std::size_t run) const;
    /// Adds a finished round to run number `run`. If the last checkpoint is older than twenty times the time that it
    /// took to store it, it is replaced in the same transaction. Throws Error (full disk, …); the file is unchanged
    /// then.
    void append(std::size_t run, const Round& round, const Checkpoint& checkpoint = {});
    /// Marks the run as finished.
    void finish(std::size_t run, double seconds);

    /// Other data stored with the searches, by name: the window's state, the favourites. Empty: none.
    [[nodiscard]] std::string annotation(std::string_view name) const;
    void annotate(std::string_view name, std::string_view text);
    /// Writes the whole session to another file, or nothing. Throws Error.
    void copyTo(const std::filesystem::path& path) const;

private:
    struct Data;
    explicit SessionFile(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace inverso
