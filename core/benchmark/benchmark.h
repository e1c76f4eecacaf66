// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cell/search_space.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace inverso {

/// Accuracy of a trained cell, percent. `test` is NaN where the source has none.
struct Label
{
    double valid = 0.0;
    double test = 0.0;
};

/// A cell turned out to have no label although the benchmark knows it. Other cells may still have one.
class Unanswerable : public Error
{
public:
    using Error::Error;
};

/// The source of the accuracies of one data set: a table, a live trainer, the user.
/// const members are safe to call from several threads.
class Benchmark
{
public:
    virtual ~Benchmark() = default;

    [[nodiscard]] virtual const SearchSpace& space() const = 0;
    /// The data set, e.g. "cifar10".
    [[nodiscard]] virtual const std::string& dataset() const = 0;
    /// The source, as shown and as stored: a path, "live:" and images, or "ask:" and a path.
    [[nodiscard]] virtual const std::string& source() const = 0;

    /// Whether label() can answer for the cell. Costs nothing and does not count as a query.
    [[nodiscard]] virtual bool knows(CellIndex cell) const = 0;
    /// The label of a known cell. Long-running sources poll `stop` and throw Cancelled. Where labels are computed,
    /// this can fail: Unanswerable. Strategies never call this: they use the QueryLedger, which counts queries.
    [[nodiscard]] virtual Label label(CellIndex cell, std::stop_token stop) const = 0;

    /// Announces the labels that will be queried next, in this order, for sources that can use this. Queries none.
    virtual void expect(std::span<const CellIndex> /*cells*/) const { }

    /// If labels are computed on demand: what they depend on, in one line. Empty if all are known from the start.
    [[nodiscard]] virtual std::string recipe() const { return {}; }

    /// The cell with the best validation accuracy of the source, if all labels are known from the start (tables). Only
    /// for reporting and for measuring the queries to the optimum.
    [[nodiscard]] virtual std::optional<CellIndex> bestCell() const { return std::nullopt; }
};

/// The cells that a benchmark can label, ascending.
std::vector<CellIndex> knownCells(const Benchmark& benchmark);

} // namespace inverso
