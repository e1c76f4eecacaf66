// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_settings.h"

#include "core/base/text.h"
#include "core/training/model_settings.h"

#include <algorithm>

namespace inverso {

namespace {

constexpr int stepWithoutRounds = 5; // queries of a step()
constexpr int thesisInitial = 50;    // of training and of validation
constexpr int mostQueries = 1000000;
constexpr int mostTopK = 10000;
constexpr int mostCandidates = 100000;

[[noreturn]] void refuse(const char* setting, const std::string& value, const std::string& allowed)
{
    throw SettingError(SettingError::Kind::Value, setting, value, allowed);
}

} // namespace

std::vector<SearchField> searchFields(SearchSettings& s)
{
    using enum SettingField::Recorded;
    return {
        {{.id = "method",
          .value = &s.method,
          .help = INVERSO_TEXT("Settings", "The strategy that chooses which cells to query"),
          .title = INVERSO_TEXT("Settings", "Method"),
          .recorded = Always}},
        {presetField(s.model), [](const MethodInfo& method, Preset) { return method.needsModel || method.hasPresets; }},
        {{.id = "seed",
          .value = &s.seed,
          .high = largestSeed,
          .help = INVERSO_TEXT("Settings", "The seed of all random numbers: the same seed gives the same result"),
          .title = INVERSO_TEXT("Settings", "Seed"),
          .recorded = Always}},
        {{.id = "budget",
          .value = &s.budget,
          .low = 1,
          .high = mostQueries,
          .help = INVERSO_TEXT("Settings", "The maximum number of queries of a search, including the initial labels; a "
                                           "cell that is queried twice counts once"),
          .title = INVERSO_TEXT("Settings", "Budget"),
          .recorded = Always}},
        {{.id = "initial_training",
          .value = &s.initialTraining,
          .high = mostQueries,
          .help = INVERSO_TEXT("Settings", "Random cells that are queried before the first round, to train the model"),
          .title = INVERSO_TEXT("Settings", "Training labels"),
          .decided = true,
          .recorded = Always}},
        {{.id = "initial_validation",
          .value = &s.initialValidation,
          .low = -1,
          .high = mostQueries,
          .help = INVERSO_TEXT("Settings", "Random cells that are queried before the first round and only decide when "
                                           "training stops"),
          .title = INVERSO_TEXT("Settings", "Validation labels"),
          .decided = true,
          .recorded = Always}},
        {{.id = "top_k",
          .value = &s.topK,
          .high = mostTopK,
          .help = INVERSO_TEXT("Settings", "The number of most promising candidates that are queried in each round"),
          .title = INVERSO_TEXT("Settings", "Queries per round"),
          .decided = true,
          .recorded = Always}},
        {{.id = "candidates",
          .value = &s.candidates,
          .high = mostCandidates,
          .help = INVERSO_TEXT("Settings", "The number of new cells that are proposed in each round"),
          .title = INVERSO_TEXT("Settings", "Candidates per round"),
          .decided = true,
          .recorded = Always},
         [](const MethodInfo& method, Preset) { return method.defaults.candidates > 0; }},
        {{.id = "rounds",
          .value = &s.rounds,
          .low = 1,
          .high = mostQueries,
          .help = INVERSO_TEXT("Settings", "The maximum number of rounds of a search"),
          .title = INVERSO_TEXT("Settings", "Maximum rounds"),
          .recorded = Always},
         [](const MethodInfo& method, Preset) { return method.learns(); }},
        {fineTuneField(s.model),
         [](const MethodInfo& method, Preset preset) { return method.hasPresets && modelUses("fine_tune", preset); }},
        {rankWeightField(s.model),
         [](const MethodInfo& method, Preset preset) { return method.hasPresets && modelUses("rank_weight", preset); }},
        {{.id = "stop_at_best",
          .value = &s.stopAtBest,
          .help = INVERSO_TEXT(
              "Settings",
              "Stop when the table's best cell is found; only for measuring the number of queries until then"),
          .title = INVERSO_TEXT("Settings", "Stop at the table's best"),
          .recorded = Always}},
        {threadsField(s.model)},
    };
}

std::vector<SettingField> settingFields(SearchSettings& settings)
{
    std::vector<SettingField> fields;
    for (SearchField& field : searchFields(settings))
        fields.push_back(std::move(field.field));
    return fields;
}

bool sameButSeed(const SearchSettings& a, const SearchSettings& b)
{
    SearchSettings first = a;
    SearchSettings second = b;
    second.seed = first.seed;
    second.model.threads = first.model.threads;
    return std::ranges::equal(settingFields(first), settingFields(second), {}, textOf, textOf)
           && a.model.overrides == b.model.overrides;
}

SearchSettings filledIn(SearchSettings settings, const MethodInfo& method)
{
    const bool thesis = method.hasPresets && settings.model.preset == Preset::Thesis;
    if (settings.initialTraining == 0) {
        // A method that does not learn needs no preparation: a small budget only means fewer initial labels.
        const int most = method.learns() ? mostQueries : settings.budget - std::max(0, settings.initialValidation);
        settings.initialTraining = std::clamp(thesis ? thesisInitial : method.defaults.initial, 1, std::max(1, most));
    }
    if (settings.initialValidation == -1)
        settings.initialValidation = thesis ? thesisInitial : 0;
    if (settings.topK == 0)
        settings.topK = method.defaults.topK > 0 ? method.defaults.topK : stepWithoutRounds;
    if (settings.candidates == 0)
        settings.candidates = std::max(method.defaults.candidates, settings.topK);
    return settings;
}

SearchSettings resolved(SearchSettings settings)
{
    const MethodInfo& method = methodNamed(settings.method);
    for (const SettingField& field : settingFields(settings))
        requireInRange(field);
    requireValidOverrides(method, settings.model.preset, settings.model.overrides);
    settings = filledIn(std::move(settings), method);

    const int initial = settings.initialTotal();
    const std::string split =
        std::to_string(settings.initialTraining) + "+" + std::to_string(settings.initialValidation);
    if (method.learns() && settings.initialTraining < 2)
        refuse("initial_training", split, "2 or more labels for training");
    if (settings.budget < initial)
        refuse("budget", std::to_string(settings.budget),
               "at least the " + std::to_string(initial) + " initial labels (" + split + ")");
    if (method.learns() && settings.candidates < settings.topK)
        refuse("candidates", std::to_string(settings.candidates),
               "at least the " + std::to_string(settings.topK) + " that are queried in each round");
    return settings;
}

void requireUsed(const SearchSettings& settings, std::span<const std::string> given)
{
    const MethodInfo& method = methodNamed(settings.method);
    for (const std::string& id : given)
        requireUse(method, settings.model.preset, id);
}

std::string whatIsSet(const SearchSettings& settings)
{
    const MethodInfo& method = methodNamed(settings.method);
    ModelChoice choice = settings.model;
    ModelChoice untouched;
    std::vector<std::string> parts;
    const auto add = [&](const SettingField& field, const SettingField& standard) {
        if (uses(method, choice.preset, field.id) && (field.id == "preset" || textOf(field) != textOf(standard)))
            parts.push_back(std::string(field.id) + " " + textOf(field));
    };
    add(presetField(choice), presetField(untouched));
    add(fineTuneField(choice), fineTuneField(untouched));
    add(rankWeightField(choice), rankWeightField(untouched));
    for (const auto& [id, value] : choice.overrides)
        parts.push_back(id + " " + value);
    return joined(parts);
}

std::vector<SettingError> removeUnused(SearchSettings& settings)
{
    std::vector<SettingError> removed;
    const MethodInfo* method = findMethod(settings.method);
    if (method == nullptr)
        return removed; // resolved() reports it
    ModelChoice& model = settings.model;
    const auto unused = [&](const std::string& id) {
        const auto error = useError(*method, model.preset, id);
        if (!error || error->allowed().empty())
            return false; // used, or no method has it, which resolved() reports
        removed.push_back(*error);
        return true;
    };
    std::erase_if(model.overrides,
                  [&](const auto& entry) { return !method->settings ? unused("set") : unused(entry.first); });
    if (model.rankWeight && unused("rank_weight"))
        model.rankWeight = false;
    if (model.fineTune != FineTune::Partial && unused("fine_tune"))
        model.fineTune = FineTune::Partial;
    return removed;
}

} // namespace inverso
