// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session_file.h"

#include <memory>
#include <unordered_map>

namespace inverso {

/// The benchmark of a resumed search: it answers recorded queries from the record and all others from the source, so
/// that costly labels (live training) are not computed twice.
class RecordedBenchmark : public Benchmark
{
public:
    RecordedBenchmark(std::shared_ptr<const Benchmark> source, std::span<const Round> rounds);

    [[nodiscard]] const SearchSpace& space() const override { return m_source->space(); }
    [[nodiscard]] const std::string& dataset() const override { return m_source->dataset(); }
    [[nodiscard]] const std::string& source() const override { return m_source->source(); }
    [[nodiscard]] bool knows(CellIndex cell) const override;
    void expect(std::span<const CellIndex> cells) const override { m_source->expect(cells); }
    [[nodiscard]] Label label(CellIndex cell, std::stop_token stop) const override;
    [[nodiscard]] std::optional<CellIndex> bestCell() const override { return m_source->bestCell(); }

private:
    std::shared_ptr<const Benchmark> m_source;
    std::unordered_map<CellIndex, Label> m_labels;
};

/// Checks that a repeated round made the recorded queries. Throws Error otherwise: the program, the weights or the
/// machine's arithmetic have changed.
void verifyReplay(const Round& again, const Round& recorded, const SearchSpace& space);

} // namespace inverso
