// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/method.h"

#include <cstdint>
#include <string>
#include <vector>

namespace inverso {

/// The settings of a search. Numbers that are not set (0 or negative, as said) are left to the preset or to the method;
/// resolved() fills them in.
struct SearchSettings
{
    std::string method = "inn"; ///< see searchMethods()
    ModelChoice model;
    std::uint64_t seed = 0;
    int budget = 190;           ///< queries
    int initialTraining = 0;    ///< T of T+V; 0: method; where it has presets: default 10, thesis 50
    int initialValidation = -1; ///< V of T+V; -1: preset (default 0, thesis 50)
    int topK = 0;               ///< queries a round; 0: method
    int candidates = 0;         ///< new cells proposed a round; 0: method
    int rounds = 100;           ///< most rounds
    bool stopAtBest = false;    ///< stop on finding the table's best cell: to measure queries to it only

    [[nodiscard]] int initialTotal() const { return initialTraining + initialValidation; }
    /// Whether the label of query `number` (from 1) watches the fit instead of training the model. Resolved
    /// settings only.
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

/// Whether two searches differ in nothing but their seeds and threads.
bool sameButSeed(const SearchSettings& a, const SearchSettings& b);

/// Fills in what the preset or the method decides. Throws SettingError: unknown method, budget below the initial
/// labels, any number out of its range, an override that the method does not have.
SearchSettings resolved(SearchSettings settings);

/// Throws SettingError for the first of the settings `given`, by id, that the method does not use with its preset. What
/// is left at its default may stand in the settings of any method, so the caller says what a person has given.
void requireUsed(const SearchSettings& settings, std::span<const std::string> given);

/// The preset where the method has one, and the other settings of the model that differ from their defaults:
/// "preset thesis, fine_tune end-to-end, members 3". For headings; budget and labels are stated apart.
std::string whatIsSet(const SearchSettings& settings);

/// What was left to the method or its preset, filled in; nothing is checked.
SearchSettings filledIn(SearchSettings settings, const MethodInfo& method);

/// Removes what the method does not use from settings that version 0.1 recorded, where it had no effect. Returns an
/// error for each, of kind NoUse.
std::vector<SettingError> removeUnused(SearchSettings& settings);

} // namespace inverso
