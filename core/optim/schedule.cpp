// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace inverso {

double WarmupCosine::rate(int step) const
{
    if (step < warmup)
        return peak * (step + 1) / warmup;
    const double done = std::clamp(static_cast<double>(step - warmup) / std::max(1, steps - warmup), 0.0, 1.0);
    return peak * (finalShare + (1.0 - finalShare) * 0.5 * (1.0 + std::cos(std::numbers::pi * done)));
}

bool PlateauSchedule::observe(double loss)
{
    // Keras' ReduceLROnPlateau counts an improvement only beyond min_delta = 1e-4; EarlyStopping counts any.
    constexpr double plateauDelta = 1e-4;
    if (loss < m_plateauBest - plateauDelta) {
        m_plateauBest = loss;
        m_sincePlateau = 0;
    } else if (++m_sincePlateau >= m_settings.patience) {
        m_rate = std::max(m_rate * m_settings.factor, m_settings.lowest);
        m_sincePlateau = 0;
    }
    if (loss < m_best) {
        m_best = loss;
        m_sinceBest = 0;
        return true;
    }
    ++m_sinceBest;
    return false;
}

} // namespace inverso
