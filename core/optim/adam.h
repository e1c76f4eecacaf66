// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace inverso {

class StateArchive;

/// Adam with decoupled weight decay (AdamW; Kingma & Ba 2015, Loshchilov & Hutter 2019) on a flat
/// parameter vector. Weight decay 0 is plain Adam.
class Adam
{
public:
    explicit Adam(std::size_t parameterCount, double weightDecay = 0.0, double beta1 = 0.9, double beta2 = 0.999);

    void step(std::span<float> parameters, std::span<const float> gradient, double rate);
    /// Moments and steps; sizes and rates are as constructed.
    void exchange(StateArchive& archive, const std::string& name);

private:
    std::vector<float> m_first;
    std::vector<float> m_second;
    double m_weightDecay;
    double m_beta1;
    double m_beta2;
    double m_power1 = 1.0; ///< β₁ᵗ
    double m_power2 = 1.0; ///< β₂ᵗ
};

} // namespace inverso
