// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/settings_json.h"

#include "core/base/error.h"
#include "core/session/setting_json.h"

namespace inverso {

using Json = nlohmann::ordered_json;

std::string toJson(const SearchSettings& settings)
{
    Json object;
    record(settings, object);
    object["overrides"] = jsonOf(settings.model.overrides);
    return object.dump();
}

SearchSettings settingsFromJson(std::string_view json)
{
    const auto unreadable = [](const std::exception& error) {
        return Error(std::string("The stored search settings cannot be read (") + error.what() + ").");
    };
    try {
        const Json object = Json::parse(json);
        SearchSettings settings;
        readRecorded(object, settingFields(settings));
        settings.model.overrides = overridesOf(object.at("overrides"));
        return settings;
    } catch (const Json::exception& error) {
        throw unreadable(error);
    } catch (const SettingError& error) {
        throw unreadable(error);
    }
}

} // namespace inverso
