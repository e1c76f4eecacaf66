// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace inverso {

/// Accuracies that the user enters when a search queries a cell, for example from a cluster or another program. They
/// are stored in a CSV file at once, so that no cell is asked twice, in this run or a later one. Several threads may
/// call; one question is open at a time.
class AskedBenchmark : public Benchmark
{
public:
    /// The cell whose label the search waits for, and the announced next ones.
    struct Question
    {
        CellIndex cell = 0;
        std::vector<CellIndex> next = {};
    };
    /// Labels of any cells: percent, `test` NaN if it is not known.
    using Answers = std::vector<std::pair<CellIndex, Label>>;
    /// Waits for answers; is called again when they do not contain the cell. Throws Cancelled when the user gives up,
    /// or within 100 ms of `stop`.
    using Ask = std::function<Answers(const SearchSpace& space, const Question& question, std::stop_token stop)>;

    /// `file` has the key columns of the space, "valid" and "test", and any number of cells; it is created with the
    /// first answer. Throws Error with file and line: other columns, an invalid row (see Table); Error: a gzip file.
    AskedBenchmark(const SearchSpace& space, std::filesystem::path file, Ask ask);

    [[nodiscard]] const SearchSpace& space() const override { return m_space; }
    /// "default", as for a table without data set names.
    [[nodiscard]] const std::string& dataset() const override { return m_dataset; }
    /// "ask:" and the file.
    [[nodiscard]] const std::string& source() const override { return m_source; }
    /// True for every cell: the user may know its label.
    [[nodiscard]] bool knows(CellIndex cell) const override { return cell < m_space.size(); }
    void expect(std::span<const CellIndex> cells) const override;
    /// From the file, or by asking; answers for other cells are stored, too. An existing label is never replaced.
    /// Throws Cancelled; Error for an answer outside 0…100 or when it cannot be stored.
    [[nodiscard]] Label label(CellIndex cell, std::stop_token stop) const override;
    [[nodiscard]] std::string recipe() const override { return "labels asked for, kept in " + m_file.string(); }

    /// Cells whose label is known.
    [[nodiscard]] std::size_t known() const;

private:
    void read();
    [[nodiscard]] Question question(CellIndex cell) const;
    void take(const Answers& answers) const;
    void keep(const Answers& answers) const;

    const SearchSpace& m_space;
    std::filesystem::path m_file;
    Ask m_ask;
    std::string m_source;
    std::string m_dataset = "default";

    mutable std::mutex m_mutex; // protects what follows
    mutable std::condition_variable_any m_answered;
    mutable std::unordered_map<CellIndex, Label> m_labels;
    mutable std::vector<CellIndex> m_next;
    mutable bool m_isAsking = false;
};

/// Whether it can be an accuracy: 0…100.
bool isPercent(double value);
/// Whether the number is probably a fraction written in place of a percentage: 0.93 for 93.
bool looksLikeFraction(double value);

/// Whether a benchmark's name means asking the user: "ask:FILE".
bool isAskedName(std::string_view name);
/// The file of such a name.
std::filesystem::path askedFile(std::string_view name);

} // namespace inverso
