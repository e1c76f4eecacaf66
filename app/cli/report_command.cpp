// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"
#include "app/cli/program.h"
#include "core/report/plan_report.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <memory>

namespace inverso::cli {

namespace {

void run(const std::filesystem::path& folder, const Program& program)
{
    const ResultStore store = ResultStore::open(folder);
    for (const std::string& remark : store.remarks())
        spdlog::warn("{}", remark);
    const Report report = planReport(store, PrintedResults::load(), INVERSO_VERSION);
    nlohmann::ordered_json written;
    const auto write = [&](const char* key, const char* name, const std::string& text) {
        OutputFile(folder / name, true)
            .commit(text); // a report is made from the results, so the old one may be replaced
        written[key] = (folder / name).string();
    };
    write("csv", "report.csv", toCsv(report));
    write("markdown", "report.md", toMarkdown(report));
    write("html", "report.html", toHtml(report));
    if (program.common.json) {
        std::printf("%s\n", written.dump().c_str());
        return;
    }
    for (const auto& [key, path] : written.items())
        std::printf("%s\n", path.get<std::string>().c_str());
}

} // namespace

void addReportCommand(CLI::App& app, Program& program)
{
    const auto folder = std::make_shared<std::string>();
    CLI::App* command = addCommand(app, program, "report",
                                   "Tables and plots of the results of reproduce, beside the "
                                   "printed ones: report.csv, report.md and report.html",
                                   [folder, &program] { run(*folder, program); });
    command->add_option("folder", *folder, "The folder given to reproduce --out; the files are written there")
        ->type_name("DIR")
        ->required();
}

} // namespace inverso::cli
