// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_options.h"

#include "app/cli/parse.h"
#include "core/base/error.h"
#include "core/model/weights.h"
#include "core/session/settings_json.h"

#include <CLI/CLI.hpp>

namespace inverso::cli {

void ModelOptions::addTo(CLI::App& command)
{
    command.add_option("--preset", m_preset, "default (ours) or thesis (the printed settings)")
        ->check(CLI::IsMember({"default", "thesis"}));
    command.add_option("--fine-tune", m_fineTune, "What learns from labels: partial (the INN) or end-to-end")
        ->check(CLI::IsMember({"partial", "end-to-end"}));
    command.add_option("--rank-weight", m_rankWeight, "Weight labels by their rank: on or off")
        ->check(CLI::IsMember({"on", "off"}));
    command.add_option("--weights", m_weights, "Pre-trained weights (default: those shipped for the preset)")
        ->type_name("FILE");
    command.add_option("--set", m_overrides, "An expert setting, name=value; may be given again")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
}

Preset ModelOptions::preset() const
{
    return parsePreset(m_preset);
}

FineTune ModelOptions::fineTune() const
{
    return parseFineTune(m_fineTune);
}

Overrides ModelOptions::overrides() const
{
    return parseOverrides(m_overrides);
}

std::shared_ptr<const LatentSpace> ModelOptions::loadLatents(const SearchSpace& space) const
{
    const std::filesystem::path file =
        m_weights.empty() ? findWeights(space.name(), presetName(preset())) : std::filesystem::path(m_weights);
    return cli::loadLatents(file, space);
}

std::shared_ptr<const LatentSpace> loadLatents(const std::filesystem::path& weights, const SearchSpace& space)
{
    auto latents = LatentSpace::load(weights);
    if (&latents->space() != &space)
        throw UsageError("The weights " + weights.string() + " are of " + std::string(latents->space().name())
                         + ", but the benchmark is of " + std::string(space.name()) + "; give weights of that space.");
    return latents;
}

} // namespace inverso::cli
