// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/settings_json.h"

#include "core/base/error.h"
#include "core/session/json_number.h"

#include <nlohmann/json.hpp>

namespace inverso {

using Json = nlohmann::ordered_json;

std::string_view presetName(Preset preset)
{
    return preset == Preset::Thesis ? "thesis" : "default";
}

std::string_view fineTuneName(FineTune fineTune)
{
    return fineTune == FineTune::EndToEnd ? "end-to-end" : "partial";
}

std::string toJson(const SearchSettings& settings)
{
    Json overrides = Json::array();
    for (const auto& [name, value] : settings.overrides)
        overrides.push_back({name, value});
    return Json{{"method", settings.method},
                {"preset", presetName(settings.preset)},
                {"seed", settings.seed},
                {"budget", settings.budget},
                {"initial_training", settings.initialTraining},
                {"initial_validation", settings.initialValidation},
                {"top_k", settings.topK},
                {"candidates", settings.candidates},
                {"rounds", settings.rounds},
                {"fine_tune", fineTuneName(settings.fineTune)},
                {"rank_weight", settings.rankWeight},
                {"stop_at_best", settings.stopAtBest},
                {"overrides", std::move(overrides)}}
        .dump();
}

SearchSettings settingsFromJson(std::string_view json)
{
    try {
        const Json object = Json::parse(json);
        SearchSettings settings;
        settings.method = object.at("method").get<std::string>();
        settings.preset = object.at("preset") == "thesis" ? Preset::Thesis : Preset::Default;
        settings.seed = wholeIn<std::uint64_t>(object.at("seed"));
        settings.budget = wholeIn<int>(object.at("budget"));
        settings.initialTraining = wholeIn<int>(object.at("initial_training"));
        settings.initialValidation = wholeIn<int>(object.at("initial_validation"));
        settings.topK = wholeIn<int>(object.at("top_k"));
        settings.candidates = wholeIn<int>(object.at("candidates"));
        settings.rounds = wholeIn<int>(object.at("rounds"));
        settings.fineTune = object.at("fine_tune") == "end-to-end" ? FineTune::EndToEnd : FineTune::Partial;
        settings.rankWeight = object.at("rank_weight").get<bool>();
        settings.stopAtBest = object.at("stop_at_best").get<bool>();
        for (const Json& pair : object.at("overrides"))
            settings.overrides.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<std::string>());
        return settings;
    } catch (const Json::exception& error) {
        throw Error(std::string("The stored search settings cannot be read (") + error.what() + ").");
    }
}

} // namespace inverso
