// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/prepared_plan.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/benchmark/asked_benchmark.h"
#include "core/experiment/sources.h"
#include "core/live/live_benchmark.h"
#include "core/model/weights.h"
#include "core/session/fingerprint.h"
#include "core/session/settings_json.h"

#include <algorithm>
#include <optional>

namespace inverso {

namespace {

/// Opens the parts of a plan and lists its runs.
class Preparation
{
public:
    Preparation(const Plan& plan, const ReproduceSettings& settings, const ExperimentSources& sources)
        : m_settings(settings)
        , m_sources(sources)
    {
        m_prepared.record.plan = plan;
        m_prepared.record.program = settings.program;
        m_prepared.record.seeds = settings.seeds > 0 ? settings.seeds : plan.seeds;
    }

    PreparedPlan run(const std::stop_token& stop)
    {
        openBenchmarks(stop);
        std::vector<std::optional<PlannedRun>> rows; // none: absent, or not on this benchmark
        for (std::size_t i = 0; i < plan().benchmarks.size(); ++i) {
            for (const PlanSearch& search : plan().searches)
                rows.push_back(searchRow(search, i));
            for (const PlanEvaluation& evaluation : plan().evaluations)
                rows.push_back(evaluationRow(evaluation, i));
        }
        // The first seeds come first: the results after an hour are then a small but complete experiment. A row's seeds
        // are distributed over the parts in turn, so that all parts have the same amount of work.
        const auto parts = static_cast<std::size_t>(m_settings.parts);
        for (std::size_t seed = 0; seed < static_cast<std::size_t>(m_prepared.record.seeds); ++seed) {
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (rows[i] && (i + seed) % parts + 1 == static_cast<std::size_t>(m_settings.part))
                    m_prepared.runs.push_back(withSeed(*rows[i], seed));
            }
        }
        return std::move(m_prepared);
    }

private:
    [[nodiscard]] const Plan& plan() const { return m_prepared.record.plan; }

    void openBenchmarks(const std::stop_token& stop)
    {
        for (const PlanBenchmark& wanted : plan().benchmarks) {
            if (stop.stop_requested())
                throw Cancelled();
            auto benchmark = m_sources.benchmark(wanted);
            m_prepared.record.benchmarks.push_back(benchmark ? factsOf(*benchmark) : BenchmarkFacts());
            m_prepared.benchmarks.push_back(std::move(benchmark));
        }
    }

    std::optional<PlannedRun> searchRow(const PlanSearch& search, std::size_t benchmark)
    {
        const std::string& name = plan().benchmarks[benchmark].name;
        if (!search.benchmarks.empty() && std::ranges::find(search.benchmarks, name) == search.benchmarks.end())
            return std::nullopt;
        const MethodInfo* method = findMethod(search.settings.method);
        if (!method) {
            note({search.label, {}, "this build has no method " + search.settings.method});
            return std::nullopt;
        }
        if (!m_prepared.benchmarks[benchmark])
            return std::nullopt;
        PlannedRun run;
        const SearchSettings settings = resolved(search.settings);
        if (method->needsModel && !weights(run.key, settings.model.preset, benchmark, search.label))
            return std::nullopt;
        run.row = search.label + '\n' + std::to_string(settings.budget) + '\n' + name;
        run.settings = settings;
        complete(run, benchmark);
        return run;
    }

    std::optional<PlannedRun> evaluationRow(const PlanEvaluation& evaluation, std::size_t benchmark)
    {
        PlannedRun run;
        if (!m_prepared.benchmarks[benchmark]
            || !weights(run.key, evaluation.settings.model.preset, benchmark, evaluation.label))
            return std::nullopt;
        run.row = "evaluation\n" + evaluation.label + '\n' + plan().benchmarks[benchmark].name;
        run.settings = evaluation.settings;
        complete(run, benchmark);
        return run;
    }

    void complete(PlannedRun& run, std::size_t benchmark) const
    {
        const BenchmarkFacts& facts = m_prepared.record.benchmarks[benchmark];
        run.benchmark = benchmark;
        run.key.space = facts.space;
        run.key.dataset = facts.dataset;
        run.key.benchmarkHash = facts.hash;
    }

    static PlannedRun withSeed(PlannedRun run, std::uint64_t seed)
    {
        std::visit(
            [&](auto& settings) {
                settings.seed = seed;
                run.key.settings = toJson(settings);
            },
            run.settings);
        return run;
    }

    /// Fills in the key's weights; returns false when there are none, and records this.
    bool weights(RunKey& key, Preset preset, std::size_t benchmark, const std::string& label)
    {
        const SearchSpace& space = m_prepared.benchmarks[benchmark]->space();
        const std::string which = std::string(space.name()) + " " + std::string(presetName(preset));
        if (!m_hashes.contains(which)) {
            try {
                auto latents = m_sources.latents(space, preset);
                m_hashes[which] = fileHash(latents->source());
                m_prepared.latents[m_hashes[which]] = std::move(latents);
            } catch (const Error&) {
                m_hashes[which] = "";
            }
        }
        key.weightsHash = m_hashes[which];
        if (key.weightsHash.empty())
            note({label, plan().benchmarks[benchmark].name,
                  "there are no pre-trained weights of " + std::string(space.name()) + " for the preset "
                      + std::string(presetName(preset))});
        return !key.weightsHash.empty();
    }

    void note(PlanRecord::Absent absent)
    {
        const auto same = [&](const PlanRecord::Absent& other) {
            return other.label == absent.label && other.benchmark == absent.benchmark;
        };
        if (std::ranges::none_of(m_prepared.record.absent, same))
            m_prepared.record.absent.push_back(std::move(absent));
    }

    const ReproduceSettings& m_settings;
    const ExperimentSources& m_sources;
    PreparedPlan m_prepared;
    std::map<std::string, std::string> m_hashes; ///< of weights, by space and preset; empty: none
};

} // namespace

ExperimentSources standardSources(const std::stop_token& stop)
{
    const auto benchmark = [stop](const PlanBenchmark& wanted) -> std::shared_ptr<const Benchmark> {
        if (isAskedName(wanted.source))
            throw UsageError("The plan's benchmark " + inQuotes(wanted.name)
                             + " asks a person; allowed: tables, and live: with images.");
        if (isLiveName(wanted.source))
            return openLiveBenchmark(wanted.source, searchSpace(wanted.space), stop);
        return findBenchmark(wanted);
    };
    return {benchmark, [](const SearchSpace& space, Preset preset) {
                return LatentSpace::load(findWeights(space.name(), presetName(preset)));
            }};
}

PreparedPlan prepare(const Plan& plan, const ReproduceSettings& settings, const ExperimentSources& sources,
                     const std::stop_token& stop)
{
    requireValid(plan);
    return Preparation(plan, settings, sources).run(stop);
}

} // namespace inverso
