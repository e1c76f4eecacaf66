// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fit_options.h"

#include "app/cli/parse.h"
#include "app/cli/progress_line.h"
#include "core/base/error.h"
#include "core/benchmark/asked_benchmark.h"
#include "core/live/live_benchmark.h"

#include <CLI/CLI.hpp>

namespace inverso::cli {

void FitOptions::addTo(CLI::App& command)
{
    m_benchmark.addTo(command);
    command.add_option("--labels", m_labels, "Random labels to fit on: T+V (default 350+50)")->type_name("T+V");
    m_model.addTo(command);
}

void FitOptions::requireTable() const
{
    if (isLiveName(m_benchmark.benchmark) || isAskedName(m_benchmark.benchmark))
        throw UsageError("--benchmark is " + m_benchmark.benchmark
                         + ", but this command asks for thousands of labels; allowed: a table.");
}

FitOptions::Fit FitOptions::fit(const Program& program) const
{
    const LabelSplit split = parseLabels(m_labels, "--labels");
    FitSettings settings;
    settings.training = split.training;
    settings.validation = split.validation;
    settings.preset = m_model.preset();
    settings.fineTune = m_model.fineTune();
    settings.rankWeight = m_model.rankWeight();
    settings.seed = program.common.seed;
    settings.threads = program.common.threads;
    settings.overrides = m_model.overrides();

    Fit fit;
    fit.benchmark = m_benchmark.open(program.stop);
    const auto latents = m_model.loadLatents(fit.benchmark->space());
    ProgressLine progress;
    fit.fitted = fitOnRandomLabels(settings, *fit.benchmark, latents, progress.sink(), program.stop);
    return fit;
}

} // namespace inverso::cli
