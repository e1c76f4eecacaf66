// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/latent_space.h"
#include "core/model/preset.h"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace inverso::cli {

/// --preset, --fine-tune, --rank-weight, --weights and --set of the commands that fit a model.
class ModelOptions
{
public:
    void addTo(CLI::App& command);

    [[nodiscard]] Preset preset() const;
    [[nodiscard]] FineTune fineTune() const;
    [[nodiscard]] bool rankWeight() const { return m_rankWeight == "on"; }
    [[nodiscard]] Overrides overrides() const;
    /// Loads --weights, or the shipped ones of the preset. Throws Error, UsageError.
    [[nodiscard]] std::shared_ptr<const LatentSpace> loadLatents(const SearchSpace& space) const;

private:
    std::string m_preset = "default";
    std::string m_fineTune = "partial";
    std::string m_rankWeight = "off";
    std::string m_weights;
    std::vector<std::string> m_overrides;
};

/// Loads weights and checks that they are of this space. Throws Error, UsageError.
std::shared_ptr<const LatentSpace> loadLatents(const std::filesystem::path& weights, const SearchSpace& space);

} // namespace inverso::cli
