// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/csv_reader.h"
#include "core/report/html_page.h"
#include "core/report/plan_report.h"
#include "tests/core/base/error_text.h"
#include "tests/core/experiment/experiment_records.h"

#include <QtTest>

#include <algorithm>
#include <set>

using namespace inverso;

namespace {

using Texts = std::vector<std::string>;

/// What each row of each table shows, read back from a form: deviations apart, "–" for nothing.
using Rows = std::vector<Texts>;

Texts apart(const QString& shown)
{
    Texts texts;
    for (const QString& part : shown.split(QStringLiteral(" ± ")))
        texts.push_back(part == QStringLiteral("–") ? std::string() : part.toStdString());
    return texts;
}

Rows fromMarkdown(const std::string& text)
{
    Rows rows;
    bool heading = true;
    for (const QString& line : QString::fromStdString(text).split('\n')) {
        if (!line.startsWith('|')) {
            heading = true;
        } else if (line.startsWith("| -") || heading) {
            heading = false;
        } else {
            QStringList cells = line.mid(2, line.size() - 4).split(" | ");
            Texts row;
            for (const QString& cell : cells)
                std::ranges::move(apart(cell.trimmed()), std::back_inserter(row));
            rows.push_back(row);
        }
    }
    return rows;
}

Rows fromHtml(const std::string& text)
{
    Rows rows;
    const QRegularExpression row(QStringLiteral("<tr>(.*?)</tr>"));
    const QRegularExpression cell(QStringLiteral("<td[^>]*>(.*?)</td>"));
    for (auto it = row.globalMatch(QString::fromStdString(text)); it.hasNext();) {
        Texts texts;
        for (auto cells = cell.globalMatch(it.next().captured(1)); cells.hasNext();) {
            QString shown = cells.next().captured(1);
            shown.remove(QStringLiteral("<wbr>")).remove(QStringLiteral("<code>")).remove(QStringLiteral("</code>"));
            shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            std::ranges::move(apart(shown), std::back_inserter(texts));
        }
        if (!texts.empty())
            rows.push_back(texts);
    }
    return rows;
}

/// The same from CSV, whose rows have the columns of all tables: what is empty is left out everywhere.
Rows fromCsv(const std::string& text)
{
    Rows rows;
    CsvReader reader(text, "report.csv");
    reader.next();
    constexpr std::size_t about = 3; // plan, benchmark, part
    while (reader.next()) {
        Texts row;
        for (std::size_t i = about; i < reader.fields().size(); ++i)
            row.emplace_back(reader.fields()[i]);
        rows.push_back(row);
    }
    return rows;
}

/// In any order (columns shared by tables stand elsewhere in CSV), without what is empty.
std::vector<std::multiset<std::string>> values(const Rows& rows)
{
    std::vector<std::multiset<std::string>> result;
    for (const Texts& row : rows) {
        auto& set = result.emplace_back(row.begin(), row.end());
        set.erase("");
    }
    return result;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_temporary = std::make_unique<QTemporaryDir>(); }

    void testFormsShowTheSameNumbers()
    {
        const Report report = reportOf(fill("results", {0, 1, 2}, {0, 1, 2}));
        const Rows csv = fromCsv(toCsv(report));
        QVERIFY(csv.size() > 8);
        const auto expected = values(csv);
        QCOMPARE(values(fromMarkdown(toMarkdown(report))), expected);
        QCOMPARE(values(fromHtml(toHtml(report))), expected);
    }

    void testNumbers()
    {
        const std::string text = toMarkdown(reportOf(fill("results", {0, 1, 2}, {0, 1, 2})));
        // LS: best 72, 72.37, 72.74 valid with a gain of 1; test of it 55, highest test 61; printed 91.53 ± 0.15.
        // (Budget 12 is not printed: there are no columns of printed numbers.)
        COMPARE_CONTAINS(text, "| LS | 12 | 3 | 72.370 ± 0.370 | 55.000 ± 0.000 | 61.000 ± 0.000 | – |");
        COMPARE_CONTAINS(text, "| LS | 12 | 1 of 3 | > 12 | > 12 | 1.25 ± 0.00 | 300 | 10.0 | 20.0 | 10.0 |");
        COMPARE_CONTAINS(text, "| LS, 12 | RS, 12 | 3 | 1.000 ± 0.000 | 3 | 0.0 | 0.2500 | 0.2500 | exact |");
        COMPARE_CONTAINS(text, "6 of 6 runs finished (3 seeds each).");
        COMPARE_CONTAINS(text, "15,625 cells. Its best validation accuracy is 91.607 %");
        COMPARE_CONTAINS(text, "Printed optimum: 91.61 valid, 94.37 test.");
    }

    void testWhatIsNotThereIsSaid()
    {
        const std::string text = toMarkdown(reportOf(fill("results", {0, 1}, {})));
        COMPARE_CONTAINS(text, "| LS | 12 | 0 | – | – | – | not run yet |");
        COMPARE_CONTAINS(text, "| RS | 12 | 2 | 71.185 ± 0.262 |");
        COMPARE_CONTAINS(text, "| 2 of 3 seeds so far |");
        COMPARE_CONTAINS(text, "| New | 12 | 0 | – | – | – | not available: this build has no method");
        COMPARE_CONTAINS(text, "No table of nasbench201 with the data set cifar100 was found");
        COMPARE_CONTAINS(text, "2 of 6 runs finished");
        QVERIFY(!contains(text, "nan"));
    }

    void testPrintedStandsBeside()
    {
        Plan plan = loadPlan("table7");
        PlanRecord record{plan, "test", 10, std::vector<BenchmarkFacts>(3), {}};
        ResultStore store = ResultStore::openToWrite(folder("printed"), "results");
        store.append(toLine(record));
        const std::string text = toMarkdown(reportOf(std::move(store)));
        COMPARE_CONTAINS(text, "| LS | 192 | 0 | – | 91.53 ± 0.15 | – | – | 94.31 ± 0.15 | no table |");
        COMPARE_CONTAINS(text, "| INN | 400 | 0 | – | 46.70 ± 0.06 | – | – | 47.20 ± 0.20 | no table |");
    }

    void testAPartOfABenchmarkIsLabelled()
    {
        PlanRecord record = planRecord();
        record.benchmarks[0].cells = 4308;
        record.benchmarks[0].bestValid = 90.0;
        ResultStore store = ResultStore::openToWrite(folder("part"), "results");
        store.append(toLine(record));
        const std::string text = toMarkdown(reportOf(std::move(store)));
        COMPARE_CONTAINS(text, "This is not the whole benchmark: the space has 15,625 cells.");
        COMPARE_CONTAINS(text, "Its optimum is not the printed one");
    }

    // Runs on a table with other accuracies, or beyond the seeds that were asked for, are not mixed in.
    void testStrangeRunsAreLeftOut()
    {
        ResultStore store = fill("results", {0, 1, 2}, {});
        SearchRecord other = searchRecord("ls", 0);
        other.key.benchmarkHash = "fedcba9876543210";
        store.append(toLine(other));
        store.append(toLine(searchRecord("ls", 3)));
        COMPARE_CONTAINS(toMarkdown(reportOf(std::move(store))), "| LS | 12 | 0 |");
    }

    void testMergedIsTheSame()
    {
        const std::string whole = everyForm(reportOf(fill("whole", {0, 1, 2}, {0, 1, 2})));
        fill("shards", {0, 2}, {1}, "results-1-of-2");
        const std::string merged = everyForm(reportOf(fill("shards", {1}, {2, 0}, "results-2-of-2")));
        QCOMPARE(merged, whole);
    }

    void testThePageStandsAlone()
    {
        const std::string page = toHtml(reportOf(fill("results", {0, 1, 2}, {0, 1, 2})));
        QVERIFY(page.starts_with("<!DOCTYPE html>"));
        COMPARE_CONTAINS(page, "<polyline");
        COMPARE_CONTAINS(page, "<polygon"); // the band of the deviation
        for (const char* outside : {"<script", "<link", "src=", "http"})
            QVERIFY2(!contains(page, outside), outside);
        QVERIFY(!contains(page, "nan"));
    }

    // For a window or a file: no page around it that says what a colour or a text is.
    void testADrawingStandsAlone()
    {
        const Report report = reportOf(fill("results", {0, 1, 2}, {0, 1, 2}));
        const auto section = std::ranges::find_if(report.sections, [](const auto& one) { return !one.plots.empty(); });
        QVERIFY(section != report.sections.end());
        for (const bool dark : {false, true}) {
            const std::string svg = toSvgFile(section->plots.front(), dark);
            QXmlStreamReader reader(QString::fromStdString(svg));
            while (!reader.atEnd())
                reader.readNext();
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
            QVERIFY(!contains(svg, "var("));
            COMPARE_CONTAINS(svg, "http://www.w3.org/2000/svg");
            for (const auto& [name, colour] : pageColours(dark))
                if (name == "c1" || name == "muted")
                    QVERIFY2(contains(svg, std::string(colour).c_str()), svg.c_str());
        }
    }

    void testNoResults()
    {
        QDir().mkpath(QString::fromStdString(folder("empty")));
        COMPARE_CONTAINS(errorText([&] { reportOf(ResultStore::open(folder("empty"))); }), "no results in this folder");
    }

    void testCsvQuotes()
    {
        Report report;
        ReportTable table;
        table.about = {{"part", "a \"part\", no more"}};
        table.columns = {{"cell", ReportColumn::Kind::Cell}, {"x", ReportColumn::Kind::Deviating}};
        table.rows = {{std::string("|a~0|+|b,c|"), ReportCell::of(1.25, 0.5, 2)}};
        report.sections.push_back({2, "s", {}, table});
        QCOMPARE(toCsv(report), std::string("part,cell,x,\"x, std\"\n"
                                            "\"a \"\"part\"\", no more\",\"|a~0|+|b,c|\",1.25,0.50\n"));
        COMPARE_CONTAINS(toMarkdown(report), "| \\|a~0\\|+\\|b,c\\| | 1.25 ± 0.50 |");
    }

private:
    std::string folder(const char* name) const { return m_temporary->filePath(name).toStdString(); }

    ResultStore fill(const char* name, const std::vector<int>& random, const std::vector<int>& local,
                     const std::string& file = "results")
    {
        ResultStore store = ResultStore::openToWrite(folder(name), file);
        store.append(toLine(planRecord()));
        for (const int seed : random)
            store.append(toLine(searchRecord("rs", static_cast<std::uint64_t>(seed))));
        for (const int seed : local)
            store.append(toLine(searchRecord("ls", static_cast<std::uint64_t>(seed), 1.0)));
        return store;
    }

    static Report reportOf(const ResultStore& store) { return planReport(store, PrintedResults::load(), "test"); }
    static std::string everyForm(const Report& report) { return toCsv(report) + toMarkdown(report) + toHtml(report); }

    std::unique_ptr<QTemporaryDir> m_temporary;
};

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
