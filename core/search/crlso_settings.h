// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"

namespace inverso {

/// Expert settings of CR-LSO. Lengths in the latent are in units of its standard deviation over the cells of the space,
/// because the authors' latent has another scale than ours.
struct CrlsoSettings
{
    int firstEpochs = 300;   ///< on the initial labels
    double firstRate = 1e-3; ///< Adam's, then
    int roundEpochs = 50;    ///< after each round
    double roundRate = 1e-4; ///< Adam's, then
    double noise = 0.8; ///< standard deviation of the noise on the best latents; the authors': 0.5, in their latent
    double step = 0.2;  ///< step up the gradient, and its increase with every try that gave no new cell
    int tries = 200;    ///< maximum for each new cell
};
/// Its settings by id, bound to `settings`.
std::vector<SettingField> settingFields(CrlsoSettings& settings);

} // namespace inverso
