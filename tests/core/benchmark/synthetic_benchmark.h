// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/benchmark/benchmark.h"

#include <functional>
#include <utility>

namespace inverso {

/// A benchmark whose labels are a function of the cell, for tests; counts how often it was asked.
class SyntheticBenchmark : public Benchmark
{
public:
    using Accuracy = std::function<double(CellIndex)>;
    using Predicate = std::function<bool(CellIndex)>;

    explicit SyntheticBenchmark(
        Accuracy valid, Predicate known = [](CellIndex) { return true; })
        : m_valid(std::move(valid))
        , m_known(std::move(known))
    {
    }

    [[nodiscard]] const SearchSpace& space() const override { return searchSpace("nasbench201"); }
    [[nodiscard]] const std::string& dataset() const override { return m_dataset; }
    [[nodiscard]] const std::string& source() const override { return m_source; }
    [[nodiscard]] bool knows(CellIndex cell) const override { return cell < space().size() && m_known(cell); }
    [[nodiscard]] Label label(CellIndex cell, std::stop_token) const override
    {
        if (!knows(cell))
            throw Error("Asked for a cell that is not known.");
        ++asked;
        const double valid = m_valid(cell);
        return {valid, valid - 1.0};
    }
    [[nodiscard]] std::optional<CellIndex> bestCell() const override { return best; }

    std::optional<CellIndex> best;
    mutable int asked = 0;

private:
    Accuracy m_valid;
    Predicate m_known;
    std::string m_dataset = "synthetic";
    std::string m_source = "tests";
};

} // namespace inverso
