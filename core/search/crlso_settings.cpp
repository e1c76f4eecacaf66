// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/crlso_settings.h"

namespace inverso {

std::vector<SettingField> settingFields(CrlsoSettings& s)
{
    return {
        {"first_epochs", &s.firstEpochs, 1, 100000, INVERSO_TEXT("Settings", "epochs on the initial labels")},
        {"first_rate", &s.firstRate, 1e-6, 1, INVERSO_TEXT("Settings", "Adam's learning rate on the initial labels")},
        {"round_epochs", &s.roundEpochs, 1, 100000, INVERSO_TEXT("Settings", "epochs after each round")},
        {"round_rate", &s.roundRate, 1e-6, 1, INVERSO_TEXT("Settings", "Adam's learning rate after each round")},
        {"noise", &s.noise, 0, 10,
         INVERSO_TEXT("Settings", "noise on the best latents, in standard deviations of the latent")},
        {"step", &s.step, 0, 100,
         INVERSO_TEXT("Settings", "step up the gradient, and the increase of the step with every try")},
        {"tries", &s.tries, 1, 100000, INVERSO_TEXT("Settings", "maximum tries for each new cell")},
    };
}

} // namespace inverso
