// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/plan.h"

#include "core/base/error.h"
#include "core/base/read_file.h"
#include "core/base/resources.h"
#include "core/base/text.h"
#include "core/cell/search_space.h"
#include "core/search/label_split.h"
#include "core/session/setting_json.h"
#include "core/training/model_settings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <tuple>

namespace inverso {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t largestPlan = 1 << 20;
constexpr std::array shipped = {"table1", "table3", "table4", "table5", "table6", "table7", "figures", "peers"};

/// One object of a plan: every key is read by its name, and an unknown key is an error.
class Fields
{
public:
    Fields(const Json& object, std::string where, const std::vector<std::string>& known)
        : m_object(object)
        , m_where(std::move(where))
    {
        if (!object.is_object())
            throw Error(m_where + " is not a JSON object; write it as { \"key\": value, … }.");
        for (const auto& [key, value] : object.items()) {
            if (std::ranges::find(known, key) != known.end())
                continue;
            throw Error(m_where + " has the key " + inQuotes(key) + "; allowed: " + joined(known) + ".");
        }
    }

    [[nodiscard]] bool has(const char* key) const { return m_object.contains(key); }
    [[nodiscard]] const std::string& where() const { return m_where; }

    [[nodiscard]] std::string text(const char* key, bool required = true) const
    {
        return get<std::string>(key, "a text", required, {}, [](const Json& value) { return value.is_string(); });
    }
    [[nodiscard]] int number(const char* key, int otherwise, int low, int high) const
    {
        const Json value =
            get<Json>(key, "a whole number", false, otherwise, [](const Json& one) { return one.is_number_integer(); });
        if (has(key) && (value < low || value > high)) // compared as JSON: it may be too large for an int
            throw Error(m_where + ": " + key + " is " + value.dump() + "; allowed: " + std::to_string(low) + " to "
                        + std::to_string(high) + ".");
        return value.get<int>();
    }
    [[nodiscard]] bool flag(const char* key) const
    {
        return get<bool>(key, "true or false", false, false, [](const Json& value) { return value.is_boolean(); });
    }
    [[nodiscard]] std::vector<std::string> texts(const char* key) const
    {
        return get<std::vector<std::string>>(key, "a list of texts", false, {}, [](const Json& value) {
            return value.is_array() && std::ranges::all_of(value, [](const Json& one) { return one.is_string(); });
        });
    }
    /// The objects of a list, each with its place in the plan.
    [[nodiscard]] std::vector<std::pair<Json, std::string>> objects(const char* key) const
    {
        const Json list =
            get<Json>(key, "a list", false, Json::array(), [](const Json& one) { return one.is_array(); });
        std::vector<std::pair<Json, std::string>> result;
        for (std::size_t i = 0; i < list.size(); ++i)
            result.emplace_back(list[i], m_where + ", " + key + " " + std::to_string(i + 1));
        return result;
    }
    /// Reads the settings that are given; returns their ids.
    std::vector<std::string> read(std::span<const SettingField> settings) const
    {
        std::vector<std::string> given;
        for (const SettingField& field : settings) {
            const std::string id(field.id);
            if (!has(id.c_str()))
                continue;
            try {
                assignJson(field, m_object.at(id));
            } catch (const SettingError& error) {
                throw Error(m_where + ": " + error.what());
            }
            given.push_back(id);
        }
        return given;
    }
    [[nodiscard]] std::pair<int, int> labels(const char* key) const
    {
        const auto split = readLabelSplit(text(key));
        if (!split)
            throw Error(m_where + ": " + key + " is " + inQuotes(text(key))
                        + "; allowed: a number of labels, or T+V, for example 50+50.");
        return {split->training, split->validation};
    }
    [[nodiscard]] Overrides overrides(const char* key) const
    {
        Overrides result;
        const Json object =
            get<Json>(key, "an object", false, Json::object(), [](const Json& v) { return v.is_object(); });
        for (const auto& [name, value] : object.items())
            result.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
        return result;
    }

private:
    template <typename Value, typename Predicate>
    [[nodiscard]] Value get(const char* key, const char* kind, bool required, Value otherwise, Predicate fits) const
    {
        if (!has(key)) {
            if (required)
                throw Error(m_where + " has no \"" + key + "\"; add it as " + kind + ".");
            return otherwise;
        }
        if (!fits(m_object.at(key)))
            throw Error(m_where + ": " + key + " is " + inQuotes(m_object.at(key).dump()) + "; allowed: " + kind + ".");
        return m_object.at(key).get<Value>();
    }

    const Json& m_object;
    std::string m_where;
};

PlanBenchmark readBenchmark(const Json& json, const std::string& where)
{
    const Fields fields(json, where, {"name", "space", "datasets", "source", "figures"});
    PlanBenchmark benchmark;
    benchmark.name = fields.text("name");
    benchmark.space = fields.text("space");
    const auto spaces = searchSpaceNames();
    if (std::ranges::find(spaces, benchmark.space) == spaces.end())
        throw Error(where + ": there is no search space " + inQuotes(benchmark.space)
                    + "; allowed: nasbench201, nasbench101.");
    benchmark.datasets = fields.texts("datasets");
    benchmark.source = fields.text("source", false);
    if (benchmark.datasets.empty() && benchmark.source.empty())
        throw Error(where + " has neither \"datasets\" nor \"source\"; give at least one of them.");
    if (fields.has("figures")) {
        const Fields figures(json.at("figures"), where + ", figures", {"regression", "data", "sweep"});
        benchmark.regressionFigure = figures.text("regression", false);
        benchmark.dataFigure = figures.text("data", false);
        benchmark.sweepFigure = figures.text("sweep", false);
    }
    return benchmark;
}

/// Keys of a row in addition to those of its settings.
std::vector<std::string> keysOf(std::span<const SettingField> fields, std::initializer_list<const char*> others)
{
    std::vector<std::string> keys(others.begin(), others.end());
    for (const SettingField& field : fields)
        keys.emplace_back(field.id);
    return keys;
}

/// The settings that a plan may contain: not the seed, which each run has, nor those that do not change results, nor
/// those of `elsewhere`.
template <typename Settings>
std::vector<SettingField> planFields(Settings& settings, std::initializer_list<std::string_view> elsewhere)
{
    auto fields = settingFields(settings);
    std::erase_if(fields, [&](const SettingField& field) {
        return field.recorded == SettingField::Recorded::Never || field.id == "seed"
               || std::ranges::find(elsewhere, field.id) != elsewhere.end();
    });
    return fields;
}

PlanSearch readSearch(const Json& json, const std::string& where)
{
    PlanSearch search;
    SearchSettings& settings = search.settings;
    const auto settable = planFields(settings, {"initial_training", "initial_validation"});
    const Fields fields(json, where, keysOf(settable, {"label", "initial", "set", "reference", "benchmarks"}));
    settings.method = fields.text("method");
    search.label = fields.has("label") ? fields.text("label") : settings.method;
    search.given = fields.read(settable);
    if (fields.has("initial"))
        std::tie(settings.initialTraining, settings.initialValidation) = fields.labels("initial");
    settings.model.overrides = fields.overrides("set");
    search.reference = fields.flag("reference");
    search.benchmarks = fields.texts("benchmarks");
    return search;
}

PlanEvaluation readEvaluation(const Json& json, const std::string& where)
{
    PlanEvaluation evaluation;
    EvaluationSettings& settings = evaluation.settings;
    const auto settable = planFields(settings, {"training", "validation"});
    const Fields fields(json, where, keysOf(settable, {"label", "labels", "set"}));
    evaluation.label = fields.text("label");
    evaluation.given = fields.read(settable);
    if (fields.has("labels"))
        std::tie(settings.training, settings.validation) = fields.labels("labels");
    settings.model.overrides = fields.overrides("set");
    return evaluation;
}

PlanCurves readCurves(const Json& json, const std::string& where)
{
    const Fields fields(json, where, {"title", "benchmark", "rows"});
    return {fields.text("title"), fields.text("benchmark"), fields.texts("rows")};
}

/// Checks the references between the parts of a plan.
void requireConsistent(const Plan& plan, const std::string& where)
{
    const auto requireBenchmark = [&](const std::string& name, const std::string& by) {
        if (std::ranges::find(plan.benchmarks, name, &PlanBenchmark::name) == plan.benchmarks.end())
            throw Error(where + ": " + by + " names the benchmark " + inQuotes(name)
                        + ", which the plan does not have; add it, or correct the name.");
    };
    std::set<std::string> names;
    for (const PlanBenchmark& benchmark : plan.benchmarks) {
        if (!names.insert(benchmark.name).second)
            throw Error(where + " has two benchmarks " + inQuotes(benchmark.name) + "; give each its own name.");
    }
    std::set<std::pair<std::string, int>> rows;
    for (const PlanSearch& search : plan.searches) {
        if (!rows.emplace(search.label, search.settings.budget).second)
            throw Error(where + " has two searches " + inQuotes(search.label)
                        + " with the same budget; give each its "
                          "own label.");
        for (const std::string& name : search.benchmarks)
            requireBenchmark(name, "the search " + inQuotes(search.label));
    }
    for (const PlanCurves& curves : plan.curves) {
        requireBenchmark(curves.benchmark, "the curves " + inQuotes(curves.title));
        for (const std::string& row : curves.rows) {
            if (std::ranges::find(plan.searches, row, &PlanSearch::label) == plan.searches.end())
                throw Error(where + ": the curves " + inQuotes(curves.title) + " name the search " + inQuotes(row)
                            + ", which the plan does not have; correct the name.");
        }
    }
}

bool isPlainName(const std::string& name)
{
    return !name.empty() && name.size() <= 60 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

std::filesystem::path shippedFile(const std::string& name)
{
    std::error_code error;
    for (const std::filesystem::path& folder : resourceFolders("plans")) {
        std::filesystem::path file = folder / (name + ".json");
        if (std::filesystem::exists(file, error))
            return file;
    }
    throw Error("The plan " + name + " is shipped as resources/plans/" + name
                + ".json, which was not found; install the complete program, or set INVERSO_RESOURCES.");
}

} // namespace

Plan parsePlan(std::string_view json, const std::string& name)
{
    const Json object = Json::parse(json, nullptr, false);
    if (object.is_discarded())
        throw Error("The plan " + name + " is not valid JSON; check its commas, quotes and brackets.");
    const std::string where = "The plan " + name;
    const Fields fields(
        object, where,
        {"name", "title", "printed", "seeds", "notes", "benchmarks", "searches", "evaluations", "curves"});
    Plan plan;
    plan.name = fields.text("name");
    if (!isPlainName(plan.name))
        throw Error(where + " is named " + inQuotes(plan.name) + "; allowed: letters, digits, - and _.");
    plan.title = fields.has("title") ? fields.text("title") : plan.name;
    plan.printed = fields.text("printed", false);
    plan.seeds = fields.number("seeds", plan.seeds, 1, 100000);
    plan.notes = fields.texts("notes");
    for (const auto& [one, place] : fields.objects("benchmarks"))
        plan.benchmarks.push_back(readBenchmark(one, place));
    for (const auto& [one, place] : fields.objects("searches"))
        plan.searches.push_back(readSearch(one, place));
    for (const auto& [one, place] : fields.objects("evaluations"))
        plan.evaluations.push_back(readEvaluation(one, place));
    for (const auto& [one, place] : fields.objects("curves"))
        plan.curves.push_back(readCurves(one, place));
    if (plan.benchmarks.empty() || (plan.searches.empty() && plan.evaluations.empty()))
        throw Error(where + " has nothing to run; give it \"benchmarks\", and \"searches\" or \"evaluations\".");
    requireConsistent(plan, where);
    plan.json = object.dump();
    return plan;
}

void requireValid(const Plan& plan)
{
    const auto inRow = [&](const std::string& row, const auto& check) {
        try {
            check();
        } catch (const UsageError& error) {
            throw UsageError("The plan " + plan.name + ", " + row + ": " + error.what());
        }
    };
    for (const PlanSearch& search : plan.searches) {
        if (findMethod(search.settings.method) == nullptr)
            continue; // absent, as a table may be
        inRow("search " + inQuotes(search.label), [&] {
            requireUsed(search.settings, search.given);
            resolved(search.settings);
        });
    }
    for (const PlanEvaluation& evaluation : plan.evaluations) {
        inRow("evaluation " + inQuotes(evaluation.label),
              [&] { requireValid(evaluation.settings.model, Purpose::Inversion, evaluation.given); });
    }
}

std::vector<SettingField> settingFields(EvaluationSettings& s)
{
    using enum SettingField::Recorded;
    constexpr int mostLabels = 1000000;
    return {
        presetField(s.model),
        {.id = "seed", .value = &s.seed, .high = largestSeed, .help = "Seed", .recorded = Always},
        {.id = "training", .value = &s.training, .high = mostLabels, .help = "Training labels", .recorded = Always},
        {.id = "validation",
         .value = &s.validation,
         .high = mostLabels,
         .help = "Validation labels",
         .recorded = Always},
        {.id = "targets",
         .value = &s.targets,
         .low = 1,
         .high = 1000000,
         .help = "Targets drawn from the data's accuracies",
         .recorded = Always},
        fineTuneField(s.model),
        rankWeightField(s.model),
        threadsField(s.model),
    };
}

std::vector<std::string> shippedPlans()
{
    return {shipped.begin(), shipped.end()};
}

Plan loadPlan(const std::string& nameOrPath)
{
    if (std::ranges::find(shipped, nameOrPath) != shipped.end()) {
        const std::filesystem::path file = shippedFile(nameOrPath);
        return parsePlan(readFile(file, largestPlan), file.string());
    }
    std::error_code error;
    if (std::filesystem::exists(nameOrPath, error))
        return parsePlan(readFile(nameOrPath, largestPlan), nameOrPath);
    std::string names;
    for (const char* name : shipped)
        names += std::string(name) + ", ";
    throw UsageError("There is no plan and no file " + inQuotes(nameOrPath) + "; allowed: " + names
                     + "or the path of a plan of your own.");
}

} // namespace inverso
