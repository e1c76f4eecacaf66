// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/method.h"

#include "core/base/text.h"
#include "core/search/crlso_settings.h"
#include "core/search/search_settings.h"
#include "core/training/model_settings.h"

#include <algorithm>

namespace inverso {

namespace {

SettingSet innSettings(Preset preset)
{
    return modelSettings(preset, Purpose::Search);
}

SettingSet crlsoSettings(Preset /*preset*/)
{
    return SettingSet(CrlsoSettings());
}

std::vector<MethodInfo>& registry()
{
    static std::vector<MethodInfo> methods = {
        {.name = "inn",
         .title = INVERSO_TEXT("Methods", "INN search"),
         .summary = INVERSO_TEXT("Methods", "Inverts high accuracies into new cells with an invertible network and "
                                            "queries the most promising."),
         .needsModel = true,
         .defaults = {.topK = 5, .candidates = 100},
         .hasPresets = true,
         .settings = innSettings},
        {.name = "inn-random",
         .title = INVERSO_TEXT("Methods", "INN, random candidates"),
         .summary = INVERSO_TEXT("Methods", "The ablation: the invertible network only ranks candidates, which are "
                                            "drawn uniformly."),
         .needsModel = true,
         .defaults = {.topK = 5, .candidates = 100},
         .hasPresets = true,
         .settings = innSettings},
        {.name = "rs",
         .title = INVERSO_TEXT("Methods", "Random search"),
         .summary = INVERSO_TEXT("Methods", "Queries cells uniformly at random, without replacement.")},
        {.name = "ls",
         .title = INVERSO_TEXT("Methods", "Local search"),
         .summary = INVERSO_TEXT("Methods", "Moves to the first better neighbour and starts again from a random cell "
                                            "at a local optimum.")},
        {.name = "re",
         .title = INVERSO_TEXT("Methods", "Regularized evolution"),
         .summary = INVERSO_TEXT("Methods",
                                 "Mutates the best of a tournament in a population whose oldest member is removed.")},
        {.name = "bananas",
         .title = INVERSO_TEXT("Methods", "BANANAS"),
         .summary = INVERSO_TEXT("Methods", "Mutates the best cells and chooses by Thompson sampling from an ensemble "
                                            "of perceptrons."),
         .defaults = {.topK = 10, .candidates = 100}},
        {.name = "agnet",
         .title = INVERSO_TEXT("Methods", "AG-Net"),
         .summary = INVERSO_TEXT("Methods", "Trains a graph generator on the better cells and queries the generated "
                                            "cells that its predictor ranks first."),
         .defaults = {.initial = 16, .topK = 16, .candidates = 100}},
        {.name = "arch2vec-rl",
         .title = INVERSO_TEXT("Methods", "Arch2Vec-RL"),
         .summary = INVERSO_TEXT(
             "Methods",
             "A policy walks through embeddings learned without labels and queries the cells nearest to its points."),
         .defaults = {.initial = 2, .topK = 16, .candidates = 16}},
        {.name = "arch2vec-bo",
         .title = INVERSO_TEXT("Methods", "Arch2Vec-BO"),
         .summary = INVERSO_TEXT("Methods", "Queries the cells with the highest expected improvement, by Bayesian "
                                            "optimisation over embeddings learned without labels."),
         .defaults = {.initial = 16, .topK = 5, .candidates = 100}},
        {.name = "crlso",
         .title = INVERSO_TEXT("Methods", "CR-LSO"),
         .summary = INVERSO_TEXT("Methods", "Moves the latents of the best cells up the gradient of an input-convex "
                                            "network and decodes them."),
         .needsModel = true,
         .defaults = {.initial = 16, .topK = 10, .candidates = 10},
         .settings = crlsoSettings},
        {.name = "enumerate",
         .title = INVERSO_TEXT("Methods", "Whole-table ranking"),
         .summary = INVERSO_TEXT("Methods", "The upper bound: the invertible networks rank every cell of the space; "
                                            "nothing is generated."),
         .needsModel = true,
         .defaults = {.topK = 5, .candidates = 100},
         .hasPresets = true,
         .settings = innSettings},
    };
    return methods;
}

MethodInfo& registered(std::string_view name)
{
    return *std::ranges::find(registry(), name, &MethodInfo::name);
}

std::string nameOf(const MethodInfo& method, Preset preset)
{
    return "the method " + std::string(method.name)
           + (method.hasPresets ? " and the preset " + std::string(presetName(preset)) : std::string());
}

/// The methods that use a setting: "inn, crlso", "inn, enumerate with the preset thesis".
std::string usersOf(std::string_view setting)
{
    std::vector<std::string_view> always;
    std::vector<std::string_view> withDefault;
    std::vector<std::string_view> withThesis;
    for (const MethodInfo& method : searchMethods()) {
        const bool byDefault = uses(method, Preset::Default, setting);
        const bool byThesis = uses(method, Preset::Thesis, setting);
        if (byDefault && byThesis)
            always.push_back(method.name);
        else if (byDefault || byThesis)
            (byThesis ? withThesis : withDefault).push_back(method.name);
    }
    std::vector<std::string> parts;
    if (!always.empty())
        parts.push_back(joined(always));
    if (!withDefault.empty())
        parts.push_back(joined(withDefault) + " with the preset default");
    if (!withThesis.empty())
        parts.push_back(joined(withThesis) + " with the preset thesis");
    return joined(parts, "; ");
}

} // namespace

std::span<const MethodInfo> searchMethods()
{
    return registry();
}

const MethodInfo* findMethod(std::string_view name)
{
    const auto methods = searchMethods();
    const auto found = std::ranges::find(methods, name, &MethodInfo::name);
    return found == methods.end() ? nullptr : &*found;
}

const MethodInfo& methodNamed(std::string_view name)
{
    if (const MethodInfo* method = findMethod(name))
        return *method;
    std::vector<std::string_view> names;
    for (const MethodInfo& method : searchMethods())
        names.push_back(method.name);
    throw SettingError(SettingError::Kind::Value, "method", std::string(name), joined(names));
}

bool uses(const MethodInfo& method, Preset preset, std::string_view setting)
{
    if (setting == "weights")
        return method.needsModel;
    if (setting == "set")
        return method.settings != nullptr;
    SearchSettings any;
    const auto fields = searchFields(any);
    const auto field = std::ranges::find(fields, setting, [](const SearchField& one) { return one.field.id; });
    if (field != fields.end())
        return !field->usedBy || field->usedBy(method, preset);
    return method.settings && findField(method.settings(preset).fields(), setting) != nullptr;
}

std::optional<SettingError> useError(const MethodInfo& method, Preset preset, std::string_view setting)
{
    if (uses(method, preset, setting))
        return std::nullopt;
    return SettingError(SettingError::Kind::NoUse, std::string(setting), nameOf(method, preset), usersOf(setting));
}

void requireUse(const MethodInfo& method, Preset preset, std::string_view setting)
{
    if (const auto error = useError(method, preset, setting))
        throw SettingError(*error);
}

void requireValidOverrides(const MethodInfo& method, Preset preset, const Overrides& overrides)
{
    if (overrides.empty())
        return;
    requireUse(method, preset, "set");
    for (const auto& [id, text] : overrides) {
        if (const auto error = useError(method, preset, id); error && !error->allowed().empty())
            throw SettingError(*error);
    }
    applyOverrides(overrides, method.settings(preset).fields());
}

MethodReplacement::MethodReplacement(MethodInfo method)
    : m_before(registered(method.name))
{
    registered(method.name) = std::move(method);
}

MethodReplacement::~MethodReplacement()
{
    MethodInfo& present = registered(m_before.name);
    present = std::move(m_before);
}

} // namespace inverso
