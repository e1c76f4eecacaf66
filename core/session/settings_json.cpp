// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/settings_json.h"

#include "core/base/error.h"

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
        settings.seed = object.at("seed").get<std::uint64_t>();
        settings.budget = object.at("budget").get<int>();
        settings.initialTraining = object.at("initial_training").get<int>();
        settings.initialValidation = object.at("initial_validation").get<int>();
        settings.topK = object.at("top_k").get<int>();
        settings.candidates = object.at("candidates").get<int>();
        settings.rounds = object.at("rounds").get<int>();
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
