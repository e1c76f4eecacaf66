// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace inverso {

/// Learning rate that rises linearly over the first steps, then falls to `finalShare` of its peak along a
/// half cosine.
struct WarmupCosine
{
    double peak = 1e-3;
    int warmup = 0;
    int steps = 1;
    double finalShare = 0.0;

    [[nodiscard]] double rate(int step) const;
};

/// Keras' ReduceLROnPlateau and EarlyStopping on one monitored loss (method.md §2, §4).
class PlateauSchedule
{
public:
    struct Settings
    {
        double rate = 1e-3;
        double factor = 0.1;
        int patience = 25;
        double lowest = 1e-5;
        int stopPatience = 50; ///< epochs without improvement until finished()
    };
    explicit PlateauSchedule(const Settings& settings)
        : m_settings(settings)
        , m_rate(settings.rate)
    {
    }

    /// Takes the loss of an epoch; returns true when it is the best so far (the weights are to be kept).
    bool observe(double loss);
    [[nodiscard]] double rate() const { return m_rate; }
    [[nodiscard]] bool finished() const { return m_sinceBest >= m_settings.stopPatience; }

private:
    Settings m_settings;
    double m_rate;
    double m_best = std::numeric_limits<double>::infinity();
    double m_plateauBest = std::numeric_limits<double>::infinity();
    int m_sinceBest = 0;
    int m_sincePlateau = 0;
};

} // namespace inverso
