// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"

#include <nlohmann/json.hpp>

namespace inverso {

/// The value of a setting as JSON: a number, true or false, a text.
nlohmann::ordered_json jsonOf(const SettingField& field);
/// Throws SettingError: another type, or not allowed.
void assignJson(const SettingField& field, const nlohmann::ordered_json& value);

nlohmann::ordered_json jsonOf(const Overrides& overrides);
Overrides overridesOf(const nlohmann::ordered_json& list);

/// Adds the recorded settings of a struct to `object`: those that are always recorded, and others that differ from
/// their defaults.
template <typename Settings> void record(const Settings& settings, nlohmann::ordered_json& object)
{
    Settings copy = settings;
    Settings untouched;
    const auto defaults = settingFields(untouched);
    const auto fields = settingFields(copy);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        using enum SettingField::Recorded;
        if (fields[i].recorded == Always || (fields[i].recorded == WhenSet && textOf(fields[i]) != textOf(defaults[i])))
            object[std::string(fields[i].id)] = jsonOf(fields[i]);
    }
}

/// Reads the result of record(). Throws Json::exception when a setting is missing that is always recorded, SettingError
/// for a value that is not allowed.
void readRecorded(const nlohmann::ordered_json& object, std::span<const SettingField> fields);

} // namespace inverso
