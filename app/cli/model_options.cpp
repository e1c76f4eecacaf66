// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_options.h"

#include "app/cli/parse.h"
#include "core/base/error.h"
#include "core/model/weights.h"

#include <CLI/CLI.hpp>

namespace inverso::cli {

void ModelOptions::addTo(CLI::App& command)
{
    command.add_option("--weights", m_weights, "Pre-trained weights (default: those shipped for the preset)")
        ->type_name("FILE");
    command.add_option("--set", m_overrides, "A setting of the model or the method, name=value; repeatable")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
}

Overrides ModelOptions::overrides() const
{
    return parseOverrides(m_overrides);
}

std::shared_ptr<const LatentSpace> ModelOptions::loadLatents(const SearchSpace& space, Preset preset) const
{
    const std::filesystem::path file =
        m_weights.empty() ? findWeights(space.name(), presetName(preset)) : std::filesystem::path(m_weights);
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
