// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plan_report.h"

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/report/loaded_results.h"
#include "core/report/plan_tables.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace inverso {

namespace {

std::string grouped(std::size_t number)
{
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3)
        text.insert(at - 3, ",");
    return text;
}

/// The sections of one plan.
class PlanSections
{
public:
    PlanSections(const PlanRecord& record, const LoadedResults& results, const PrintedResults& printed)
        : m_record(record)
        , m_plan(record.plan)
        , m_results(results)
        , m_printed(printed)
    {
    }

    void addTo(Report& report)
    {
        for (std::size_t i = 0; i < m_plan.benchmarks.size(); ++i)
            addBenchmark(i);
        ReportSection head{2, m_plan.title, m_plan.notes};
        head.notes.push_back(progress());
        for (const std::string& note : absentMethods())
            head.notes.push_back(note);
        report.sections.push_back(std::move(head));
        std::ranges::move(m_sections, std::back_inserter(report.sections));
    }

    [[nodiscard]] std::size_t finished() const { return m_finished; }
    [[nodiscard]] std::size_t expected() const { return m_expected; }
    [[nodiscard]] const std::vector<std::string>& missingTables() const { return m_missingTables; }
    [[nodiscard]] std::vector<std::string> absentMethods() const
    {
        std::map<std::string, std::vector<std::string>> byReason;
        for (const PlanRecord::Absent& absent : m_record.absent) {
            std::vector<std::string>& labels = byReason[absent.reason];
            if (!hasRuns(absent.label) && std::ranges::find(labels, absent.label) == labels.end())
                labels.push_back(absent.label);
        }
        std::vector<std::string> notes;
        for (const auto& [reason, labels] : byReason)
            if (!labels.empty())
                notes.push_back("Not available: " + joined(labels) + " (" + reason + ").");
        return notes;
    }

private:
    [[nodiscard]] TableAbout about(std::size_t benchmark, const std::string& part) const
    {
        return {{"plan", m_plan.name}, {"benchmark", m_plan.benchmarks[benchmark].name}, {"part", part}};
    }

    [[nodiscard]] std::string progress() const
    {
        return grouped(m_finished) + " of " + grouped(m_expected) + " runs finished (" + std::to_string(m_record.seeds)
               + (m_record.seeds == 1 ? " seed" : " seeds") + " each).";
    }

    // Merged results may have runs that were not available on one of the machines.
    [[nodiscard]] bool hasRuns(const std::string& label) const
    {
        return std::ranges::find(m_labelsWithRuns, label) != m_labelsWithRuns.end();
    }

    void addBenchmark(std::size_t index)
    {
        const PlanBenchmark& benchmark = m_plan.benchmarks[index];
        const std::vector<SearchRow> searches = searchRows(index);
        const std::vector<EvaluationRow> evaluations = evaluationRows(index);
        m_sections.push_back({3, benchmark.name, benchmarkNotes(index)});
        if (!searches.empty())
            addSearches(index, searches);
        if (!evaluations.empty())
            addEvaluations(index, evaluations);
    }

    void addSearches(std::size_t index, const std::vector<SearchRow>& rows)
    {
        const bool any = std::ranges::any_of(rows, [](const SearchRow& row) { return !row.results.seeds.empty(); });
        m_sections.push_back({4, "Accuracy", {}, accuracyTable(rows, about(index, "accuracy"))});
        if (!any)
            return;
        m_sections.back().plots = curves(index, rows);
        m_sections.push_back({4, "Queries, time and decoded cells", {}, effortTable(rows, about(index, "effort"))});
        ReportTable tests = testTable(rows, about(index, "tests"));
        if (!tests.rows.empty())
            m_sections.push_back({4, "Paired tests of the best validation accuracy", {}, std::move(tests)});
    }

    void addEvaluations(std::size_t index, const std::vector<EvaluationRow>& rows)
    {
        m_sections.push_back({4, "Regression", {}, regressionTable(rows, about(index, "regression"))});
        if (std::ranges::all_of(rows, [](const EvaluationRow& row) { return row.runs.empty(); }))
            return;
        m_sections.push_back(
            {4, "Inversion: re-simulation error", {}, inversionTable(rows, about(index, "inversion"))});
        for (const EvaluationRow& row : rows)
            std::ranges::move(evaluationPlots(row, m_plan.benchmarks[index]),
                              std::back_inserter(m_sections.back().plots));
    }

    std::vector<SearchRow> searchRows(std::size_t index)
    {
        const PlanBenchmark& benchmark = m_plan.benchmarks[index];
        std::vector<SearchRow> rows;
        for (const PlanSearch& search : m_plan.searches) {
            if (!search.benchmarks.empty()
                && std::ranges::find(search.benchmarks, benchmark.name) == search.benchmarks.end())
                continue;
            SearchRow row;
            row.search = &search;
            row.results = seedResults(runsOf(m_results.searches, search, index));
            row.printed = m_printed.find(m_plan.printed, benchmark, search.label, search.settings.budget);
            row.expected = m_record.seeds;
            row.remark = remark(search.label, index, row.results.seeds.size());
            count(search.label, index, row.results.seeds.size());
            rows.push_back(std::move(row));
        }
        return rows;
    }

    std::vector<EvaluationRow> evaluationRows(std::size_t index)
    {
        std::vector<EvaluationRow> rows;
        for (const PlanEvaluation& evaluation : m_plan.evaluations) {
            EvaluationRow row{&evaluation, runsOf(m_results.evaluations, evaluation, index), m_record.seeds, {}};
            row.remark = remark(evaluation.label, index, row.runs.size());
            count(evaluation.label, index, row.runs.size());
            rows.push_back(std::move(row));
        }
        return rows;
    }

    /// The finished runs of a row, one per seed. Runs with other weights or on another table are not mixed with them.
    template <typename Record, typename Row>
    std::vector<const Record*> runsOf(const std::vector<Record>& records, const Row& row, std::size_t index)
    {
        const BenchmarkFacts& facts = m_record.benchmarks[index];
        std::map<std::string, std::vector<const Record*>> byWeights;
        for (const Record& record : records) {
            if (facts.hash.empty() || record.settings.seed >= static_cast<std::uint64_t>(m_record.seeds)
                || record.key.space != facts.space || !isRunOf(record, row))
                continue;
            if (record.key.benchmarkHash == facts.hash && record.key.dataset == facts.dataset)
                byWeights[record.key.weightsHash].push_back(&record);
        }
        const auto most = std::ranges::max_element(byWeights, {}, [](const auto& pair) { return pair.second.size(); });
        return most == byWeights.end() ? std::vector<const Record*>() : most->second;
    }

    void count(const std::string& label, std::size_t index, std::size_t runs)
    {
        m_finished += runs;
        // Runs that are not available are not expected.
        if (runs > 0 || (!m_record.benchmarks[index].hash.empty() && absence(label, index).empty()))
            m_expected += static_cast<std::size_t>(m_record.seeds);
        if (runs > 0)
            m_labelsWithRuns.push_back(label);
    }

    [[nodiscard]] std::string absence(const std::string& label, std::size_t index) const
    {
        const std::string& name = m_plan.benchmarks[index].name;
        const auto absent = std::ranges::find_if(m_record.absent, [&](const PlanRecord::Absent& one) {
            return one.label == label && (one.benchmark.empty() || one.benchmark == name);
        });
        return absent == m_record.absent.end() ? std::string() : absent->reason;
    }

    [[nodiscard]] std::string remark(const std::string& label, std::size_t index, std::size_t runs) const
    {
        if (runs >= static_cast<std::size_t>(m_record.seeds))
            return {};
        if (runs > 0)
            return std::to_string(runs) + " of " + std::to_string(m_record.seeds) + " seeds so far";
        if (const std::string why = absence(label, index); !why.empty())
            return "not available: " + why;
        return m_record.benchmarks[index].hash.empty() ? "no table" : "not run yet";
    }

    std::vector<std::string> benchmarkNotes(std::size_t index)
    {
        const PlanBenchmark& benchmark = m_plan.benchmarks[index];
        const BenchmarkFacts& facts = m_record.benchmarks[index];
        const auto optimum = m_printed.optimum(m_plan.printed, benchmark);
        const std::string printed =
            optimum ? "Printed optimum: " + fixed(optimum->valid, 2) + " valid, " + fixed(optimum->test, 2) + " test."
                    : std::string();
        if (facts.hash.empty()) {
            m_missingTables.push_back(benchmark.name);
            return {"No table of " + benchmark.space + " with the data set " + joined(benchmark.datasets, " or ")
                        + " was found, so there are no results of ours here. " + printed,
                    "Add such a table (see docs/benchmarks.md) and run reproduce again."};
        }
        std::vector<std::string> notes = {
            "Table: " + facts.source + ", data set " + facts.dataset + ", " + grouped(facts.cells) + " cells. "
            + (facts.bestValid > 0.0 ? "Its best validation accuracy is " + fixed(facts.bestValid, 3)
                                           + " % (test of that cell: " + fixed(facts.testOfBest, 3)
                                           + " %), its highest test accuracy " + fixed(facts.maxTest, 3) + " %. "
                                     : std::string())
            + printed};
        if (!facts.isWhole())
            notes.push_back("This is not the whole benchmark: the space has " + grouped(facts.spaceCells)
                            + " cells. Searching a part is easier, and its best cell may be another one.");
        constexpr double sameOptimum = 0.02; // percent: printed with two decimals
        if (optimum && std::abs(optimum->valid - facts.bestValid) > sameOptimum)
            notes.emplace_back("Its optimum is not the printed one: printed numbers are of another benchmark, and "
                               "comparing ours with them says little.");
        return notes;
    }

    [[nodiscard]] std::vector<Plot> curves(std::size_t index, const std::vector<SearchRow>& rows) const
    {
        const double best = m_record.benchmarks[index].bestValid;
        std::vector<Plot> plots;
        const auto add = [&](const std::vector<const SearchRow*>& chosen, const std::string& title) {
            Plot plot = curvePlot(chosen, title, best);
            if (!plot.series.empty())
                plots.push_back(std::move(plot));
        };
        std::vector<const SearchRow*> chosen;
        for (const PlanCurves& curves : m_plan.curves) {
            if (curves.benchmark != m_plan.benchmarks[index].name)
                continue;
            chosen.clear();
            for (const SearchRow& row : rows)
                if (std::ranges::find(curves.rows, row.search->label) != curves.rows.end())
                    chosen.push_back(&row);
            add(chosen, curves.title + ", " + curves.benchmark);
        }
        if (m_plan.curves.empty()) {
            for (const SearchRow& row : rows)
                chosen.push_back(&row);
            add(chosen, "Search curves, " + m_plan.benchmarks[index].name);
        }
        return plots;
    }

    const PlanRecord& m_record;
    const Plan& m_plan;
    const LoadedResults& m_results;
    const PrintedResults& m_printed;
    std::vector<ReportSection> m_sections;
    std::vector<std::string> m_missingTables;
    std::vector<std::string> m_labelsWithRuns;
    std::size_t m_finished = 0;
    std::size_t m_expected = 0;
};

std::vector<std::string> howToRead()
{
    return {
        "Accuracies are percent, mean ± standard deviation (n − 1) over the seeds. “Test of best valid” is the test "
        "accuracy of the cell with the best validation accuracy: what a user gets. “Max test” is the highest test "
        "accuracy among all queried cells, the convention of the thesis' tables, whose searches also stop on "
        "reaching the known optimum; ours continue to the end of the budget. Compare printed test accuracies with "
        "“max test” only.",
        "“At optimum” counts the seeds that found the best validation accuracy of the table; in the queries to it, a "
        "seed that did not find it counts as one beyond the budget. Invalid: decoded latents that are not a cell; "
        "duplicates: cells that were labelled or decoded before; lacking: valid cells that the table does not "
        "have. Curves are mean and, as a band, standard deviation.",
        "Tests are Wilcoxon's signed-rank test, two-sided, on the best validation accuracies of the same seeds; "
        "seeds with equal accuracies are left out. “Holm” is corrected for all comparisons of that table. With few "
        "seeds no difference can be significant: with five p is at least 0.0625, with ten 0.002. Each "
        "method draws its first cells in its own way, so equal seeds form pairs but not equal starts."};
}

} // namespace

Report planReport(const ResultStore& store, const PrintedResults& printed, const std::string& program)
{
    const LoadedResults results = loadResults(store);
    if (results.plans.empty())
        throw Error("There are no results in this folder yet. Run reproduce with this folder first.");
    Report report{"Experiments", howToRead(), {}};
    std::string made = "Inverso " + program;
    if (results.programs != std::vector<std::string>{program} && !results.programs.empty())
        made += "; runs were made by version " + joined(results.programs, " and ");
    report.notes.push_back(made + ".");

    using enum ReportColumn::Kind;
    ReportTable overview;
    overview.about = {{"plan", ""}, {"benchmark", ""}, {"part", "overview"}};
    overview.columns = {{"experiment", Text}, {"runs finished", Number},  {"total runs", Number},
                        {"seeds", Number},    {"tables not found", Wide}, {"not available", Wide}};
    report.sections.push_back({2, "Overview"});
    for (const PlanRecord& record : results.plans) {
        PlanSections sections(record, results, printed);
        sections.addTo(report);
        overview.rows.push_back({record.plan.title, std::to_string(sections.finished()),
                                 std::to_string(sections.expected()), std::to_string(record.seeds),
                                 joined(sections.missingTables()), joined(sections.absentMethods(), " ")});
    }
    report.sections.front().table = std::move(overview);
    return report;
}

} // namespace inverso
