// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/preset.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace inverso {

class LatentSpace;
class QueryLedger;
class SearchStrategy;

/// Everything a person may set about a search. Unset numbers (0 or negative, as said) mean "the preset
/// decides", or the method; resolved() fills them in.
struct SearchSettings
{
    std::string method = "inn"; ///< see searchMethods()
    Preset preset = Preset::Default;
    std::uint64_t seed = 0;
    int budget = 190;           ///< queries
    int initialTraining = 0;    ///< T of T+V; 0: method; where it has presets: default 10, thesis 50
    int initialValidation = -1; ///< V of T+V; -1: preset (default 0, thesis 50)
    int topK = 0;               ///< queries a round; 0: method
    int candidates = 0;         ///< new cells proposed a round; 0: method
    int rounds = 100;           ///< most rounds
    FineTune fineTune = FineTune::Partial;
    bool rankWeight = false; ///< Eq. 10, 11 in the thesis preset's losses
    int threads = 0;         ///< worker threads; 0: all cores. Results do not depend on it
    bool stopAtBest = false; ///< stop on finding the table's best cell: to measure queries to it only
    /// Expert settings by name, see modelSettingNames(); later wins.
    Overrides overrides;

    [[nodiscard]] int initialTotal() const { return initialTraining + initialValidation; }
    /// Whether the label of query `number` (from 1) watches the fit instead of training the model. Resolved
    /// settings only.
    [[nodiscard]] bool isValidationLabel(int number) const
    {
        return number > initialTraining && number <= initialTotal();
    }
};

/// What a method takes for the numbers that are not set.
struct MethodDefaults
{
    int initial = 10;   ///< random labels that it starts from
    int topK = 0;       ///< queries a round; 0: it looks at one cell after another
    int candidates = 0; ///< new cells proposed a round; 0: it proposes none
};

/// Method names that createStrategy() knows, with a sentence each for help texts.
struct MethodInfo
{
    std::string_view name;
    std::string_view title;
    std::string_view summary;
    bool needsModel; ///< needs a LatentSpace
    MethodDefaults defaults = {};
    bool hasPresets = false; ///< learns by a Preset, with a FineTune; the others take of a preset the weights alone

    /// Learns from its labels what to ask next.
    [[nodiscard]] bool learns() const { return needsModel || defaults.candidates > 0; }
};
std::span<const MethodInfo> searchMethods();

/// Fills in what the preset decides. Throws UsageError: unknown method, budget below the initial
/// labels, any number out of its range (says option, value, range).
SearchSettings resolved(SearchSettings settings);

/// A strategy ready for its first step(). `ledger` and `latents` outlive it; `latents` may be null for
/// methods that need no model. Throws UsageError.
std::unique_ptr<SearchStrategy> createStrategy(const SearchSettings& settings, QueryLedger& ledger,
                                               std::shared_ptr<const LatentSpace> latents);

} // namespace inverso
