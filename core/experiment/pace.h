// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace inverso {

/// The progress of many runs of different length. The runs of one row (its seeds) take about the same time. Not
/// thread-safe.
class Pace
{
public:
    /// Adds a run of that row to be done.
    void expect(const std::string& row) { ++m_rows[row].expected; }
    /// Adds a run that was finished earlier, with its time.
    void learn(const std::string& row, double seconds)
    {
        m_rows[row].seconds += seconds;
        ++m_rows[row].measured;
    }
    /// Sets the finished share of a run in progress, which is identified by its address.
    void reach(const std::string& row, const void* run, double share) { m_rows[row].underWay[run] = share; }
    /// The run has ended.
    void finish(const std::string& row, const void* run, double seconds)
    {
        learn(row, seconds);
        m_rows[row].underWay.erase(run);
        m_rows[row].done += 1.0;
    }

    /// The finished share of the expected work, 0…1. A row without measured times counts as the mean of the others.
    [[nodiscard]] double fraction() const
    {
        double seconds = 0.0;
        double measured = 0.0;
        for (const auto& [name, row] : m_rows) {
            seconds += row.measured > 0 ? row.seconds / row.measured : 0.0;
            measured += row.measured > 0 ? 1.0 : 0.0;
        }
        const double usual = seconds > 0.0 ? seconds / measured : 1.0;
        double done = 0.0;
        double expected = 0.0;
        for (const auto& [name, row] : m_rows) {
            const double each = row.measured > 0 ? row.seconds / row.measured : usual;
            double finished = row.done;
            for (const auto& [run, share] : row.underWay)
                finished += share;
            done += each * finished;
            expected += each * row.expected;
        }
        return expected > 0.0 ? done / expected : 1.0;
    }

private:
    struct Row
    {
        int expected = 0;
        double done = 0.0;
        int measured = 0;
        double seconds = 0.0; ///< of the measured ones together
        std::map<const void*, double> underWay;
    };
    std::map<std::string, Row> m_rows;
};

} // namespace inverso
