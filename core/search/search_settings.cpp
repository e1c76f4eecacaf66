// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_settings.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>

namespace inverso {

namespace {

constexpr std::array methods = {
    MethodInfo{"inn",
               "INN search",
               "Inverts high accuracies into new cells with an invertible network and queries the most promising.",
               true,
               {.topK = 5, .candidates = 100},
               true},
    MethodInfo{"inn-random",
               "INN, random candidates",
               "The ablation: the invertible network only ranks candidates, which are drawn uniformly.",
               true,
               {.topK = 5, .candidates = 100},
               true},
    MethodInfo{"rs", "Random search", "Queries cells uniformly at random, without replacement.", false},
    MethodInfo{"ls", "Local search",
               "Moves to the first better neighbour and starts again from a random cell at a local optimum.", false},
    MethodInfo{"re", "Regularized evolution",
               "Mutates the best of a tournament in a population whose oldest member dies.", false},
    MethodInfo{"bananas",
               "BANANAS",
               "Mutates the best cells and chooses by Thompson sampling from an ensemble of perceptrons.",
               false,
               {.topK = 10, .candidates = 100}},
    MethodInfo{"agnet",
               "AG-Net",
               "Trains a graph generator on the better cells and queries what its predictor thinks best.",
               false,
               {.initial = 16, .topK = 16, .candidates = 100}},
    MethodInfo{
        "arch2vec-rl",
        "Arch2Vec-RL",
        "A policy walks through embeddings learned without labels and asks the cells nearest to where it points.",
        false,
        {.initial = 2, .topK = 16, .candidates = 16}},
    MethodInfo{"arch2vec-bo",
               "Arch2Vec-BO",
               "Asks what should improve most, by Bayesian optimisation over embeddings learned without labels.",
               false,
               {.initial = 16, .topK = 5, .candidates = 100}},
    MethodInfo{"crlso",
               "CR-LSO",
               "Moves the latents of the best cells up the gradient of an input-convex network and decodes them.",
               true,
               {.initial = 16, .topK = 10, .candidates = 10}},
    MethodInfo{"enumerate",
               "Whole-table ranking",
               "The upper bound: the invertible networks rank every cell of the space; nothing is generated.",
               true,
               {.topK = 5, .candidates = 100},
               true},
};

constexpr int stepWithoutRounds = 5; // queries of a step()
constexpr int thesisInitial = 50;    // of training and of validation
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

/// What was left to the preset or to the method.
void fillIn(SearchSettings& settings, const MethodInfo& method)
{
    const bool thesis = method.hasPresets && settings.preset == Preset::Thesis;
    if (settings.initialTraining == 0) {
        // Where nothing is learnt there is nothing to prepare: a small budget just means a smaller start.
        const int most = method.learns() ? mostQueries : settings.budget - std::max(0, settings.initialValidation);
        settings.initialTraining = std::clamp(thesis ? thesisInitial : method.defaults.initial, 1, std::max(1, most));
    }
    if (settings.initialValidation == -1)
        settings.initialValidation = thesis ? thesisInitial : 0;
    if (settings.topK == 0)
        settings.topK = method.defaults.topK > 0 ? method.defaults.topK : stepWithoutRounds;
    if (settings.candidates == 0)
        settings.candidates = std::max(method.defaults.candidates, settings.topK);
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
    requireRange("--top-k", settings.topK, 0, 10000);
    requireRange("--candidates", settings.candidates, 0, 100000);
    fillIn(settings, method);

    const int initial = settings.initialTotal();
    const std::string split =
        std::to_string(settings.initialTraining) + "+" + std::to_string(settings.initialValidation);
    if (method.learns() && settings.initialTraining < 2)
        refuse("--initial", split, "2 or more labels for training");
    if (settings.budget < initial) {
        refuse("--budget", std::to_string(settings.budget),
               "at least the " + std::to_string(initial) + " initial labels (--initial " + split + ")");
    }
    if (method.learns() && settings.candidates < settings.topK) {
        refuse("--candidates", std::to_string(settings.candidates),
               "at least the " + std::to_string(settings.topK) + " that are queried a round (--top-k)");
    }
    requireRange("--rounds", settings.rounds, 1, mostQueries);
    requireRange("--threads", settings.threads, 0, 1024);
    return settings;
}

} // namespace inverso
