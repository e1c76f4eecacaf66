// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"
#include "core/search/strategy.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace inverso::ui {

/// The search curve at one number of queries, percent.
struct CurvePoint
{
    int queries = 0;
    double bestValid = 0.0;
    double testOfBest = 0.0; ///< test accuracy of the best-validation cell; NaN if the table has none
};

/// All results of a run so far, extended round by round. Plain data.
class RunRecord
{
public:
    RunRecord() = default;
    RunRecord(SearchSettings settings, std::string dataset)
        : m_settings(std::move(settings))
        , m_dataset(std::move(dataset))
    {
    }

    void append(std::vector<Round> rounds, double activeSeconds);

    /// The resolved settings, including the choices of the preset.
    [[nodiscard]] const SearchSettings& settings() const { return m_settings; }
    [[nodiscard]] const std::string& dataset() const { return m_dataset; }
    [[nodiscard]] bool isEmpty() const { return m_rounds.empty(); }
    [[nodiscard]] const std::vector<Round>& rounds() const { return m_rounds; }
    /// In query order.
    [[nodiscard]] const std::vector<Query>& queries() const { return m_queries; }
    /// One point per query.
    [[nodiscard]] const std::vector<CurvePoint>& curve() const { return m_curve; }
    /// The query with the best validation accuracy, the first one of ties; null before the first query.
    [[nodiscard]] const Query* best() const;
    /// The query of this cell; null if it was not queried.
    [[nodiscard]] const Query* query(CellIndex cell) const;

    /// Seconds the worker spent in rounds; pauses do not count.
    [[nodiscard]] double activeSeconds() const { return m_activeSeconds; }
    /// Remaining seconds, estimated from the latest rounds; none if that is not yet possible.
    [[nodiscard]] std::optional<double> remainingSeconds() const;
    /// The expected number of rounds, for a colour scale that does not shift.
    [[nodiscard]] int expectedRounds() const;

private:
    SearchSettings m_settings;
    std::string m_dataset;
    std::vector<Round> m_rounds;
    std::vector<Query> m_queries;
    std::vector<CurvePoint> m_curve;
    std::unordered_map<CellIndex, std::size_t> m_queryOf;
    std::size_t m_best = 0;
    double m_activeSeconds = 0.0;
    double m_firstRoundSeconds = 0.0;
    int m_firstRoundQueries = 0;
};

} // namespace inverso::ui
