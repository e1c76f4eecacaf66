// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/adam.h"

#include "core/base/flush_denormals.h"
#include "core/model/kernels.h"
#include "core/optim/state_archive.h"

namespace inverso {

Adam::Adam(std::size_t parameterCount, double weightDecay, double beta1, double beta2)
    : m_first(parameterCount, 0.0F)
    , m_second(parameterCount, 0.0F)
    , m_weightDecay(weightDecay)
    , m_beta1(beta1)
    , m_beta2(beta2)
{
}

void Adam::step(std::span<float> parameters, std::span<const float> gradient, double rate)
{
    constexpr float epsilon = 1e-7F; // Keras' default, as in the reference
    const FlushDenormals guard;      // the moments of a dead unit decay to denormals
    m_power1 *= m_beta1;
    m_power2 *= m_beta2;
    kernels::adamStep(parameters.data(), gradient.data(), m_first.data(), m_second.data(), parameters.size(),
                      static_cast<float>(rate), static_cast<float>(m_beta1), static_cast<float>(m_beta2), epsilon,
                      static_cast<float>(m_weightDecay), static_cast<float>(1.0 - m_power1),
                      static_cast<float>(1.0 - m_power2));
}

void Adam::exchange(StateArchive& archive, const std::string& name)
{
    archive.numbers(name + ".first", m_first);
    archive.numbers(name + ".second", m_second);
    archive.number(name + ".power1", m_power1);
    archive.number(name + ".power2", m_power2);
}

} // namespace inverso
