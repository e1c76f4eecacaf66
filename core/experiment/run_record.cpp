// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_record.h"

#include "core/base/error.h"
#include "core/session/fingerprint.h"
#include "core/session/json_number.h"
#include "core/session/setting_json.h"
#include "core/session/settings_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace inverso {

using Json = nlohmann::ordered_json; // NaN becomes null

namespace {

constexpr int formatVersion = 1;

/// Tables have accuracies in single precision; more digits would be noise and take a third of the file.
double rounded(double value)
{
    return std::round(value * 1e5) / 1e5;
}

double numberOf(const Json& value)
{
    return value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
}

Json numbers(const std::vector<double>& values)
{
    Json list = Json::array();
    for (const double value : values)
        list.push_back(rounded(value));
    return list;
}

std::vector<double> numbersOf(const Json& list)
{
    std::vector<double> values;
    for (const Json& value : list)
        values.push_back(numberOf(value));
    return values;
}

/// The keys at the beginning of every line of a run.
Json beginning(const char* event, const RunKey& key, const std::string& program)
{
    return {{"event", event},
            {"format", formatVersion},
            {"id", key.id()},
            {"program", program},
            {"space", key.space},
            {"dataset", key.dataset},
            {"benchmark", key.benchmarkHash},
            {"weights", key.weightsHash},
            {"settings", Json::parse(key.settings)}};
}

RunKey keyOf(const Json& line)
{
    return {line.at("space"), line.at("dataset"), line.at("benchmark"), line.at("weights"), line.at("settings").dump()};
}

Json queriesJson(const std::vector<RecordedQuery>& queries)
{
    Json cells = Json::array();
    Json valid = Json::array();
    Json test = Json::array();
    Json rounds = Json::array();
    Json predicted = Json::array();
    for (const RecordedQuery& query : queries) {
        cells.push_back(query.cell);
        valid.push_back(rounded(query.valid));
        test.push_back(rounded(query.test));
        rounds.push_back(query.round);
        predicted.push_back(rounded(query.predicted));
    }
    return {{"cell", std::move(cells)},
            {"valid", std::move(valid)},
            {"test", std::move(test)},
            {"round", std::move(rounds)},
            {"predicted", std::move(predicted)}};
}

std::vector<RecordedQuery> queriesOf(const Json& json)
{
    const std::size_t count = json.at("cell").size();
    for (const char* key : {"valid", "test", "round", "predicted"}) {
        if (json.at(key).size() != count)
            throw Error("The queries of a recorded search have columns of different lengths.");
    }
    std::vector<RecordedQuery> queries;
    for (std::size_t i = 0; i < count; ++i)
        queries.push_back({json["cell"][i].get<std::string>(), numberOf(json["valid"][i]), numberOf(json["test"][i]),
                           wholeIn<int>(json["round"][i]), numberOf(json["predicted"][i])});
    return queries;
}

Json inversionJson(const RecordedInversion& inversion)
{
    return {{"n", inversion.targets},
            {"mean", inversion.mean},
            {"median", inversion.median},
            {"p90", inversion.p90},
            {"invalid", inversion.invalid},
            {"distinct", inversion.distinct},
            {"best_possible", inversion.bestPossible},
            {"range_low", inversion.rangeLow},
            {"range_high", inversion.rangeHigh},
            {"target", numbers(inversion.points.x)},
            {"true", numbers(inversion.points.y)}};
}

RecordedInversion inversionOf(const Json& json)
{
    return {wholeIn<int>(json.at("n")),         numberOf(json.at("mean")),
            numberOf(json.at("median")),        numberOf(json.at("p90")),
            numberOf(json.at("invalid")),       numberOf(json.at("distinct")),
            numberOf(json.at("best_possible")), numberOf(json.at("range_low")),
            numberOf(json.at("range_high")),    {numbersOf(json.at("target")), numbersOf(json.at("true"))}};
}

EvaluationSettings evaluationSettingsOf(const Json& json)
{
    EvaluationSettings settings;
    readRecorded(json, settingFields(settings));
    settings.model.overrides = overridesOf(json.at("overrides"));
    return settings;
}

Json factsJson(const BenchmarkFacts& facts)
{
    if (facts.hash.empty())
        return nullptr;
    return {{"source", facts.source},
            {"space", facts.space},
            {"dataset", facts.dataset},
            {"hash", facts.hash},
            {"cells", facts.cells},
            {"space_cells", facts.spaceCells},
            {"best_valid", rounded(facts.bestValid)},
            {"test_of_best_valid", rounded(facts.testOfBest)},
            {"max_test", rounded(facts.maxTest)}};
}

BenchmarkFacts factsOf(const Json& json)
{
    if (json.is_null())
        return {};
    return {json.at("source"),
            json.at("space"),
            json.at("dataset"),
            json.at("hash"),
            wholeIn<std::size_t>(json.at("cells")),
            wholeIn<std::size_t>(json.at("space_cells")),
            numberOf(json.at("best_valid")),
            numberOf(json.at("test_of_best_valid")),
            numberOf(json.at("max_test"))};
}

/// Parses a line and passes it to `read`; turns every problem into an Error.
template <typename Read> auto fromLine(std::string_view text, const char* event, Read read)
{
    try {
        const Json line = Json::parse(text);
        if (line.at("event") != event)
            throw Error("A line of results is not of the type " + std::string(event) + ".");
        if (wholeIn<int>(line.at("format")) > formatVersion)
            throw Error("A line of results was written by a newer Inverso; read it with that one.");
        return read(line);
    } catch (const Json::exception& error) {
        throw Error(std::string("A line of results cannot be read (") + error.what() + ").");
    }
}

} // namespace

std::string RunKey::id() const
{
    return textHash(space + '\n' + dataset + '\n' + benchmarkHash + '\n' + weightsHash + '\n' + settings);
}

std::string toJson(const EvaluationSettings& settings)
{
    Json object = {{"evaluation", "regression and inversion"}};
    record(settings, object);
    object["overrides"] = jsonOf(settings.model.overrides);
    return object.dump();
}

std::string toLine(const SearchRecord& record)
{
    Json line = beginning("search", record.key, record.program);
    double best = std::numeric_limits<double>::quiet_NaN();
    for (const RecordedQuery& query : record.queries)
        best = std::fmax(best, query.valid);
    line["best_valid"] = rounded(best);
    line["optimum_query"] = record.optimumQuery ? Json(*record.optimumQuery) : Json();
    line["seconds"] = record.seconds;
    line["phases"] = {{"fine_tune", record.phases.fineTune},
                      {"retrain", record.phases.retrain},
                      {"generate", record.phases.generate},
                      {"predict", record.phases.predict},
                      {"other", record.phases.other}};
    line["generated"] = record.decodes.total;
    line["invalid"] = record.decodes.invalid;
    line["duplicates"] = record.decodes.duplicates;
    line["lacking"] = record.decodes.lacking;
    line["queries"] = queriesJson(record.queries);
    return line.dump();
}

SearchRecord searchFromLine(std::string_view text)
{
    return fromLine(text, "search", [](const Json& line) {
        SearchRecord record;
        record.key = keyOf(line);
        record.program = line.at("program");
        record.settings = settingsFromJson(record.key.settings);
        record.queries = queriesOf(line.at("queries"));
        if (!line.at("optimum_query").is_null())
            record.optimumQuery = wholeIn<int>(line.at("optimum_query"));
        record.decodes = {wholeIn<int>(line.at("generated")), wholeIn<int>(line.at("invalid")),
                          wholeIn<int>(line.at("duplicates")), wholeIn<int>(line.at("lacking"))};
        const Json& phases = line.at("phases");
        record.phases = {numberOf(phases.at("fine_tune")), numberOf(phases.at("retrain")),
                         numberOf(phases.at("generate")), numberOf(phases.at("predict")), numberOf(phases.at("other"))};
        record.seconds = numberOf(line.at("seconds"));
        return record;
    });
}

std::string toLine(const EvaluationRecord& record)
{
    Json line = beginning("evaluation", record.key, record.program);
    line["seconds"] = record.seconds;
    line["regression"] = {{"n", record.cells},
                          {"rmse", record.rmse},
                          {"spearman", record.spearman},
                          {"kendall", record.kendall},
                          {"true", numbers(record.regression.x)},
                          {"predicted", numbers(record.regression.y)}};
    line["data"] = inversionJson(record.data);
    line["sweep"] = inversionJson(record.sweep);
    return line.dump();
}

EvaluationRecord evaluationFromLine(std::string_view text)
{
    return fromLine(text, "evaluation", [](const Json& line) {
        EvaluationRecord record;
        record.key = keyOf(line);
        record.program = line.at("program");
        record.settings = evaluationSettingsOf(line.at("settings"));
        const Json& regression = line.at("regression");
        record.cells = wholeIn<int>(regression.at("n"));
        record.rmse = numberOf(regression.at("rmse"));
        record.spearman = numberOf(regression.at("spearman"));
        record.kendall = numberOf(regression.at("kendall"));
        record.regression = {numbersOf(regression.at("true")), numbersOf(regression.at("predicted"))};
        record.data = inversionOf(line.at("data"));
        record.sweep = inversionOf(line.at("sweep"));
        record.seconds = numberOf(line.at("seconds"));
        return record;
    });
}

std::string toLine(const PlanRecord& record)
{
    Json line = {{"event", "plan"},
                 {"format", formatVersion},
                 {"program", record.program},
                 {"seeds", record.seeds},
                 {"plan", Json::parse(record.plan.json)},
                 {"benchmarks", Json::array()},
                 {"absent", Json::array()}};
    for (const BenchmarkFacts& facts : record.benchmarks)
        line["benchmarks"].push_back(factsJson(facts));
    for (const PlanRecord::Absent& absent : record.absent)
        line["absent"].push_back({{"label", absent.label}, {"benchmark", absent.benchmark}, {"reason", absent.reason}});
    return line.dump();
}

PlanRecord planFromLine(std::string_view text)
{
    return fromLine(text, "plan", [](const Json& line) {
        PlanRecord record;
        record.plan = parsePlan(line.at("plan").dump(), "in the results");
        record.program = line.at("program");
        record.seeds = wholeIn<int>(line.at("seeds"));
        for (const Json& facts : line.at("benchmarks"))
            record.benchmarks.push_back(factsOf(facts));
        record.benchmarks.resize(record.plan.benchmarks.size());
        for (const Json& absent : line.at("absent"))
            record.absent.push_back({absent.at("label"), absent.at("benchmark"), absent.at("reason")});
        return record;
    });
}

std::optional<LineHead> readHead(std::string_view text)
{
    try {
        const Json line = Json::parse(text);
        LineHead head;
        head.event = line.at("event");
        if (head.event == "plan")
            return head;
        if (head.event != "search" && head.event != "evaluation")
            return std::nullopt;
        head.id = line.at("id");
        head.dataset = line.at("dataset");
        head.seed = wholeIn<std::uint64_t>(line.at("settings").at("seed"));
        head.seconds = line.at("seconds").get<double>();
        head.method = line.at("settings").value("method", "");
        if (line.contains("best_valid") && !line.at("best_valid").is_null())
            head.bestValid = line.at("best_valid").get<double>();
        return head;
    } catch (const Json::exception&) {
        return std::nullopt;
    } catch (const Error&) {
        return std::nullopt;
    }
}

} // namespace inverso
