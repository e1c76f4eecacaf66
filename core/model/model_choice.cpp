// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/model_choice.h"

namespace inverso {

namespace {

constexpr std::array<std::string_view, 2> presetNames = {INVERSO_TEXT("Settings", "default"),
                                                         INVERSO_TEXT("Settings", "thesis")};
constexpr std::array<std::string_view, 2> fineTuneNames = {INVERSO_TEXT("Settings", "partial"),
                                                           INVERSO_TEXT("Settings", "end-to-end")};
constexpr int mostThreads = 1024;

} // namespace

std::string_view presetName(Preset preset)
{
    return presetNames[static_cast<std::size_t>(preset)];
}

std::string_view fineTuneName(FineTune fineTune)
{
    return fineTuneNames[static_cast<std::size_t>(fineTune)];
}

SettingField presetField(ModelChoice& choice)
{
    return {.id = "preset",
            .value = choiceOf(choice.preset, presetNames),
            .help = INVERSO_TEXT("Settings", "The settings and weights of the model: those of this program, which need "
                                             "fewer queries, or those printed in the thesis"),
            .title = INVERSO_TEXT("Settings", "Preset"),
            .recorded = SettingField::Recorded::Always};
}

SettingField fineTuneField(ModelChoice& choice)
{
    return {.id = "fine_tune",
            .value = choiceOf(choice.fineTune, fineTuneNames),
            .help = INVERSO_TEXT("Settings", "What learns from the labels: the invertible network alone (partial), or "
                                             "the graph autoencoder with it (end-to-end)"),
            .title = INVERSO_TEXT("Settings", "Fine-tuning"),
            .recorded = SettingField::Recorded::Always};
}

SettingField rankWeightField(ModelChoice& choice)
{
    return {.id = "rank_weight",
            .value = &choice.rankWeight,
            .help = INVERSO_TEXT("Settings", "Good cells weigh more in the losses (equations 10 and 11)"),
            .title = INVERSO_TEXT("Settings", "Weigh losses by rank"),
            .recorded = SettingField::Recorded::Always};
}

SettingField threadsField(ModelChoice& choice)
{
    return {.id = "threads",
            .value = &choice.threads,
            .high = mostThreads,
            .help = INVERSO_TEXT("Settings", "Worker threads; 0: all cores. Results do not depend on it"),
            .title = INVERSO_TEXT("Settings", "Threads"),
            .recorded = SettingField::Recorded::Never};
}

} // namespace inverso
