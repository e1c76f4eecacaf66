// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/cell/search_space.h"
#include "core/model/model_choice.h"

#include <filesystem>

namespace inverso {

/// The result of a pre-training, shares in 0…1 (cli.md: pretrain).
struct PretrainingResult
{
    int epochs = 0;
    double seconds = 0.0;
    double reconstruction = 0.0; ///< held-out cells decoded exactly from their μ
    double validity = 0.0;       ///< of 10,000 draws from the latents' own mean and covariance
    double uncutValidity = 0.0;  ///< the same, without cutting edges to the space's limit
    double uniqueness = 0.0;     ///< distinct cells among the valid draws
    double novelty = 0.0;        ///< distinct valid draws that were not training cells
    double descriptorR2 = 0.0;   ///< of the descriptor head on held-out cells; 0 without one
};

/// "fast" (ours: shaped by descriptors) or "thesis" (the printed schedule, reconstruction only).
struct PretrainingSettings
{
    std::string preset = "fast";
    std::uint64_t seed = 0;
    int threads = 0;
    Overrides overrides;
};

/// Trains a GVAE on the unlabelled cells and writes its weights. Throws UsageError, Error (output that cannot be
/// written: before the training starts), Cancelled (nothing is written then).
PretrainingResult pretrain(const SearchSpace& space, const PretrainingSettings& settings,
                           const std::filesystem::path& out, const ProgressSink& progress, std::stop_token stop);

} // namespace inverso
