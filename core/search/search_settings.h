// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/method.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inverso {

/// The settings of a search. Numbers that are not set (0 or negative, as noted) are decided by the preset or the
/// method; resolved() fills them in.
struct SearchSettings
{
    std::string method = "inn"; ///< see searchMethods()
    ModelChoice model;
    std::uint64_t seed = 0;
    int budget = 190;           ///< queries
    int initialTraining = 0;    ///< T of T+V; 0: method; where it has presets: default 10, thesis 50
    int initialValidation = -1; ///< V of T+V; -1: preset (default 0, thesis 50)
    int topK = 0;               ///< queries per round; 0: method
    int candidates = 0;         ///< new cells proposed per round; 0: method
    int rounds = 100;           ///< maximum number of rounds
    bool stopAtBest = false;    ///< stop when the table's best cell is found; only for measuring the queries to it

    [[nodiscard]] int initialTotal() const { return initialTraining + initialValidation; }
    /// Whether the label of query `number` (from 1) is for validation instead of training. Resolved settings only.
    [[nodiscard]] bool isValidationLabel(int number) const
    {
        return number > initialTraining && number <= initialTotal();
    }
};

/// A setting of a search, and which methods use it.
struct SearchField
{
    SettingField field;
    bool (*usedBy)(const MethodInfo& method, Preset preset) = nullptr; ///< null: all
};
/// All settings but the overrides, bound to `settings`, in the order in which sessions have them.
std::vector<SearchField> searchFields(SearchSettings& settings);
/// The same without their users.
std::vector<SettingField> settingFields(SearchSettings& settings);

/// Whether two searches differ only in their seeds and threads.
bool sameButSeed(const SearchSettings& a, const SearchSettings& b);

/// Fills in what the preset or the method decides. Throws SettingError: unknown method, budget below the initial
/// labels, any number out of its range, an override that the method does not have.
SearchSettings resolved(SearchSettings settings);

/// Throws SettingError for the first of the settings `given`, by id, that the method does not use with its preset. The
/// caller lists the settings that the user gave, because every method accepts settings with default values.
void requireUsed(const SearchSettings& settings, std::span<const std::string> given);

/// The preset where the method has one, and the other settings of the model that differ from their defaults:
/// "preset thesis, fine_tune end-to-end, members 3". For headings; budget and labels are stated apart.
std::string whatIsSet(const SearchSettings& settings);

/// Fills in what the method or its preset decides; checks nothing.
SearchSettings filledIn(SearchSettings settings, const MethodInfo& method);

/// Removes unused settings from those recorded by version 0.1, where they had no effect. Returns an
/// error for each, of kind NoUse.
std::vector<SettingError> removeUnused(SearchSettings& settings);

} // namespace inverso
