// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_settings.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>

namespace inverso {

namespace {

constexpr std::array methods = {
    MethodInfo{"inn", "INN search",
               "Inverts high accuracies into new cells with an invertible network and queries the most promising.",
               true},
    MethodInfo{"inn-random", "INN, random candidates",
               "The ablation: the invertible network only ranks candidates, which are drawn uniformly.", true},
    MethodInfo{"rs", "Random search", "Queries cells uniformly at random, without replacement.", false},
    MethodInfo{"ls", "Local search",
               "Moves to the first better neighbour and starts again from a random cell at a local optimum.", false},
    MethodInfo{"re", "Regularized evolution",
               "Mutates the best of a tournament in a population whose oldest member dies.", false},
};

constexpr int modelFreeInitial = 10; // baselines.md
constexpr int mostQueries = 1000000;

[[noreturn]] void refuse(const std::string& option, const std::string& value, const std::string& allowed)
{
    throw UsageError(option + " is " + value + "; allowed: " + allowed + ".");
}

void requireRange(const std::string& option, int value, int low, int high)
{
    if (value < low || value > high)
        refuse(option, std::to_string(value), std::to_string(low) + " to " + std::to_string(high));
}

const MethodInfo& methodNamed(const std::string& name)
{
    const auto found = std::ranges::find(methods, std::string_view(name), &MethodInfo::name);
    if (found != methods.end())
        return *found;
    std::string names;
    for (const MethodInfo& method : methods)
        names += (names.empty() ? "" : ", ") + std::string(method.name);
    refuse("--method", "\"" + name + "\"", names);
}

/// The initial labels of T+V that were left to the preset.
void fillInitial(SearchSettings& settings, bool needsModel)
{
    const bool thesis = settings.preset == Preset::Thesis;
    if (settings.initialTraining == 0) {
        // Without a model there is nothing to prepare: a small budget just means a smaller start.
        settings.initialTraining =
            needsModel ? (thesis ? 50 : 10)
                       : std::clamp(settings.budget - std::max(0, settings.initialValidation), 1, modelFreeInitial);
    }
    if (settings.initialValidation == -1)
        settings.initialValidation = needsModel && thesis ? 50 : 0;
}

} // namespace

std::span<const MethodInfo> searchMethods()
{
    return methods;
}

SearchSettings resolved(SearchSettings settings)
{
    const MethodInfo& method = methodNamed(settings.method);
    requireRange("--budget", settings.budget, 1, mostQueries);
    requireRange("--initial (training)", settings.initialTraining, 0, mostQueries);
    requireRange("--initial (validation)", settings.initialValidation, -1, mostQueries);
    fillInitial(settings, method.needsModel);

    const int initial = settings.initialTotal();
    const std::string split =
        std::to_string(settings.initialTraining) + "+" + std::to_string(settings.initialValidation);
    if (method.needsModel && settings.initialTraining < 2)
        refuse("--initial", split, "2 or more labels for training");
    if (settings.budget < initial) {
        refuse("--budget", std::to_string(settings.budget),
               "at least the " + std::to_string(initial) + " initial labels (--initial " + split + ")");
    }
    requireRange("--top-k", settings.topK, 1, 10000);
    requireRange("--candidates", settings.candidates, 1, 100000);
    if (method.needsModel && settings.candidates < settings.topK) {
        refuse("--candidates", std::to_string(settings.candidates),
               "at least the " + std::to_string(settings.topK) + " that are queried a round (--top-k)");
    }
    requireRange("--rounds", settings.rounds, 1, mostQueries);
    requireRange("--threads", settings.threads, 0, 1024);
    return settings;
}

} // namespace inverso
