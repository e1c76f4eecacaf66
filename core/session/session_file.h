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

/// One search (one seed) of a session.
struct RecordedRun
{
    SearchSettings settings; ///< resolved, threads unset
    std::vector<Round> rounds;
    bool finished = false;
    double seconds = 0.0; ///< wall-clock of the whole search; set when finished
};

/// A session on disk: an SQLite file with the settings of one or more searches, and of every finished round all that it
/// told. Each round is one transaction, so that a killed program loses at most the round it was in. One process at a
/// time goes on with it; others can read. Not thread-safe.
class SessionFile
{
public:
    /// SearchStrategy::checkpoint(), called when there is time for it.
    using Checkpoint = std::function<std::optional<std::string>()>;

    /// Makes a new file for these runs. Throws Error: the file exists (unless `overwrite`), is in use, or cannot be
    /// written.
    static SessionFile create(const std::filesystem::path& path, const SessionHeader& header,
                              std::span<const SearchSettings> runs, bool overwrite);
    /// To go on with it. Throws Error: missing, no session, of a newer version, in use, may not be written.
    static SessionFile open(const std::filesystem::path& path);
    /// To look at it: as it is now, in memory; the file stays as it is, even one of an older version, and may be in
    /// use. Throws Error: missing, no session, of a newer version.
    static SessionFile view(const std::filesystem::path& path);
    /// Removes the file and what a crash left beside it, if it is there. Throws Error: in use.
    static void remove(const std::filesystem::path& path);
    /// Whether a program has the session open to go on with it.
    static bool isInUse(const std::filesystem::path& path);
    SessionFile(SessionFile&&) noexcept;
    SessionFile& operator=(SessionFile&&) noexcept;
    ~SessionFile();

    [[nodiscard]] const std::filesystem::path& path() const;
    [[nodiscard]] const SessionHeader& header() const;
    /// Reads all runs; cells are those of the header's space.
    [[nodiscard]] std::vector<RecordedRun> runs() const;
    /// The latest checkpoint of run number `run`, whole; none when there is none that can be read.
    [[nodiscard]] std::optional<std::string> checkpoint(std::size_t run) const;
    /// Adds a finished round to run number `run`. With a checkpoint, when the last one is older than twenty times what
    /// it took to keep it: it is replaced in the same transaction. Throws Error (full disk, …); the file keeps what it
    /// had.
    void append(std::size_t run, const Round& round, const Checkpoint& checkpoint = {});
    /// Marks the run as finished.
    void finish(std::size_t run, double seconds);

    /// What else is kept with the searches, by a name: what the window showed, the favourites. Empty: nothing.
    [[nodiscard]] std::string annotation(std::string_view name) const;
    void annotate(std::string_view name, std::string_view text);
    /// Writes all of it to another file, at once or not at all. Throws Error.
    void copyTo(const std::filesystem::path& path) const;

private:
    struct Data;
    explicit SessionFile(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace inverso
