// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <memory>
#include <span>
#include <vector>

namespace inverso {

/// A recurrent policy over points of ℝᵈ, learnt by REINFORCE (Williams 1992), as arch2vec's search by reinforcement
/// learning has it (Yan et al. 2020; baselines.md): an LSTM cell reads the point where the walk is, a linear layer
/// gives the mean of the next one, which is drawn from a Gaussian around it.
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

    /// Begins a walk: the LSTM forgets, and what was drawn before is not learnt from any more.
    void begin();
    /// Draws the next point of the walk from where it is. `state` has `dimension` numbers, as has the result.
    std::vector<float> act(std::span<const float> state);
    /// One step of Adam on −mean(advantage · log probability) over the first points of the walk, as many as there are
    /// advantages (at most all drawn; at least one). Gives that loss.
    double learn(std::span<const double> advantages);

private:
    struct Networks;
    std::unique_ptr<Networks> m_networks;
};

} // namespace inverso
