// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <memory>
#include <span>
#include <vector>

namespace inverso {

/// A recurrent policy over points of ℝᵈ, learnt by REINFORCE (Williams 1992), as in arch2vec's search by reinforcement
/// learning (Yan et al. 2020; baselines.md): an LSTM cell reads the current point of the walk, a linear layer gives the
/// mean of the next one, which is drawn from a Gaussian around it.
class GaussianPolicy
{
public:
    struct Settings
    {
        int hidden = 128;
        double rate = 1e-2;     ///< of Adam
        double deviation = 1.0; ///< standard deviation of the points drawn, along each axis
    };
    GaussianPolicy(const Settings& settings, std::size_t dimension, Rng rng);
    ~GaussianPolicy();

    /// Begins a walk: resets the LSTM; earlier points are no longer used for learning.
    void begin();
    /// Draws the next point of the walk from the current one. `state` and the result have `dimension` numbers.
    std::vector<float> act(std::span<const float> state);
    /// One step of Adam on −mean(advantage · log probability) over the first points of the walk, one per advantage (at
    /// least one, at most the number of drawn points). Returns that loss.
    double learn(std::span<const double> advantages);

private:
    struct Networks;
    std::unique_ptr<Networks> m_networks;
};

} // namespace inverso
