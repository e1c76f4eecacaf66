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

/// A cell turned out to have no label although it could be asked; others need not.
class Unanswerable : public Error
{
public:
    using Error::Error;
};

/// Where an accuracy comes from, for one data set: a table, a live trainer, a person.
/// const members are safe to call from several threads.
class Benchmark
{
public:
    virtual ~Benchmark() = default;

    [[nodiscard]] virtual const SearchSpace& space() const = 0;
    /// The data set, e.g. "cifar10".
    [[nodiscard]] virtual const std::string& dataset() const = 0;
    /// Where it came from, for people and for files: a path, "live:" and images, or "ask:" and a path.
    [[nodiscard]] virtual const std::string& source() const = 0;

    /// Whether label() can answer for the cell. Costs nothing and counts as no query.
    [[nodiscard]] virtual bool knows(CellIndex cell) const = 0;
    /// The label of a known cell. Long-running sources poll `stop` and throw Cancelled; where labels are made
    /// one may not come about: Unanswerable.
    /// Strategies never call this: they ask the QueryLedger, which counts.
    [[nodiscard]] virtual Label label(CellIndex cell, std::stop_token stop) const = 0;

    /// Says which labels will be asked for next, in this order, for sources that can make use of it. Asks for none.
    virtual void expect(std::span<const CellIndex> /*cells*/) const { }

    /// Where labels are made when they are asked for: what they depend on, in a line. Empty where all are known at
    /// once.
    [[nodiscard]] virtual std::string recipe() const { return {}; }

    /// The best validation accuracy of the source and its cell, where all labels are known at once
    /// (tables). For reporting and for measuring queries-to-optimum only.
    [[nodiscard]] virtual std::optional<CellIndex> bestCell() const { return std::nullopt; }
};

/// The cells that a benchmark can label, ascending.
std::vector<CellIndex> knownCells(const Benchmark& benchmark);

} // namespace inverso
