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

/// Accuracies that a person gives, when a search asks for them: from a cluster, from another program. Those given
/// are kept in a CSV file at once, so that nothing is asked twice, in this run or a later one. Several threads may
/// ask; one question is open at a time.
class AskedBenchmark : public Benchmark
{
public:
    /// The cell whose label the search waits for, and those that it will ask for next as far as it has said so.
    struct Question
    {
        CellIndex cell = 0;
        std::vector<CellIndex> next = {};
    };
    /// Labels of any cells: percent, `test` NaN where there is none.
    using Answers = std::vector<std::pair<CellIndex, Label>>;
    /// Waits for answers; is asked again when the cell's is not among them. Throws Cancelled when the person gives up
    /// or within 100 ms of `stop`.
    using Ask = std::function<Answers(const SearchSpace& space, const Question& question, std::stop_token stop)>;

    /// `file` has the key columns of the space, "valid" and "test", and as many cells as there are; it is made when
    /// the first answer comes. Throws Error with file and line: other columns, a row that is none (see Table); Error: a
    /// gzip file.
    AskedBenchmark(const SearchSpace& space, std::filesystem::path file, Ask ask);

    [[nodiscard]] const SearchSpace& space() const override { return m_space; }
    /// "default", as of any table without another name.
    [[nodiscard]] const std::string& dataset() const override { return m_dataset; }
    /// "ask:" and the file.
    [[nodiscard]] const std::string& source() const override { return m_source; }
    /// Every cell: a person may know it.
    [[nodiscard]] bool knows(CellIndex cell) const override { return cell < m_space.size(); }
    void expect(std::span<const CellIndex> cells) const override;
    /// From the file, or by asking; answers for other cells are kept, too. Where a cell has a label already, that one
    /// stays. Throws Cancelled; Error for an answer outside 0…100 or when it cannot be kept.
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
/// Whether somebody meant a percentage and wrote a fraction: 0.93 for 93.
bool looksLikeFraction(double value);

/// Whether a benchmark's name asks a person: "ask:FILE".
bool isAskedName(std::string_view name);
/// The file of such a name.
std::filesystem::path askedFile(std::string_view name);

} // namespace inverso
