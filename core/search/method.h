// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model_choice.h"

#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace inverso {

/// A method's values for the numbers that are not set.
struct MethodDefaults
{
    int initial = 10;   ///< random labels that it starts from
    int topK = 0;       ///< queries per round; 0: it queries one cell after another
    int candidates = 0; ///< new cells proposed per round; 0: it proposes none
};

/// A search method and the settings that it uses. createStrategy() creates it.
struct MethodInfo
{
    std::string_view name;    ///< as in sessions, plans and on the command line
    std::string_view title;   ///< for people
    std::string_view summary; ///< a sentence
    bool needsModel = false;  ///< needs a LatentSpace
    MethodDefaults defaults = {};
    bool hasPresets = false; ///< uses a Preset's model and FineTune; other methods use only the preset's weights
    /// Its own settings, for the overrides; empty: it has none.
    std::function<SettingSet(Preset)> settings = {};

    /// Learns from its labels which cells to query next.
    [[nodiscard]] bool learns() const { return needsModel || defaults.candidates > 0; }
};

/// The methods that createStrategy() knows.
std::span<const MethodInfo> searchMethods();
/// Null where there is none of that name.
const MethodInfo* findMethod(std::string_view name);
/// Throws SettingError that lists the methods.
const MethodInfo& methodNamed(std::string_view name);

/// Whether a search by this method, with this preset, uses a setting: one of SearchSettings, one of the method's own,
/// or "weights", the file of pre-trained weights.
bool uses(const MethodInfo& method, Preset preset, std::string_view setting);
/// The error that the setting is not used, with the methods and presets that use it; allowed() is empty if none does.
/// None if the setting is used.
std::optional<SettingError> useError(const MethodInfo& method, Preset preset, std::string_view setting);
/// Throws that error.
void requireUse(const MethodInfo& method, Preset preset, std::string_view setting);
/// Throws SettingError for an override that the method does not have, or a value that is not allowed.
void requireValidOverrides(const MethodInfo& method, Preset preset, const Overrides& overrides);

/// Replaces the method of the same name during its lifetime. For tests; not thread-safe.
class MethodReplacement
{
public:
    explicit MethodReplacement(MethodInfo method);
    ~MethodReplacement();
    MethodReplacement(const MethodReplacement&) = delete;
    MethodReplacement& operator=(const MethodReplacement&) = delete;

private:
    MethodInfo m_before;
};

} // namespace inverso
