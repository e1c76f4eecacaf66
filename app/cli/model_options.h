// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/latent_space.h"
#include "core/model/model_choice.h"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace inverso::cli {

/// --weights and --set of the commands that fit a model.
class ModelOptions
{
public:
    void addTo(CLI::App& command);

    [[nodiscard]] bool hasWeights() const { return !m_weights.empty(); }
    [[nodiscard]] Overrides overrides() const;
    /// Loads --weights, or the shipped ones of the preset. Throws Error, UsageError.
    [[nodiscard]] std::shared_ptr<const LatentSpace> loadLatents(const SearchSpace& space, Preset preset) const;

private:
    std::string m_weights;
    std::vector<std::string> m_overrides;
};

/// Loads weights and checks that they are of this space. Throws Error, UsageError.
std::shared_ptr<const LatentSpace> loadLatents(const std::filesystem::path& weights, const SearchSpace& space);

} // namespace inverso::cli
