// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fit_options.h"

#include "app/cli/parse.h"
#include "app/cli/progress_line.h"
#include "core/base/error.h"
#include "core/benchmark/asked_benchmark.h"
#include "core/live/live_benchmark.h"
#include "core/training/model_settings.h"

#include <CLI/CLI.hpp>

namespace inverso::cli {

void FitOptions::addTo(CLI::App& command)
{
    m_benchmark.addTo(command);
    command.add_option("--labels", m_labels, "Random labels to fit on: T+V (default 350+50)")->type_name("T+V");
    m_choice.addTo(command, std::vector{presetField(m_settings.model), fineTuneField(m_settings.model),
                                        rankWeightField(m_settings.model)});
    m_model.addTo(command);
    command.footer(modelSettingsHelp(Purpose::Inversion));
}

void FitOptions::requireTable() const
{
    if (isLiveName(m_benchmark.benchmark) || isAskedName(m_benchmark.benchmark))
        throw UsageError("--benchmark is " + m_benchmark.benchmark
                         + ", but this command asks for thousands of labels; allowed: a table.");
}

FitOptions::Fit FitOptions::fit(const Program& program) const
{
    FitSettings settings = m_settings;
    const LabelSplit split = parseLabels(m_labels, "--labels");
    settings.training = split.training;
    settings.validation = split.validation;
    settings.seed = program.common.seed;
    settings.model.threads = program.common.threads;
    settings.model.overrides = m_model.overrides();
    requireValid(settings.model, Purpose::Inversion, m_choice.given()); // before anything is opened

    Fit fit;
    fit.benchmark = m_benchmark.open(program.stop);
    const auto latents = m_model.loadLatents(fit.benchmark->space(), settings.model.preset);
    ProgressLine progress;
    fit.fitted = fitOnRandomLabels(settings, *fit.benchmark, latents, progress.sink(), program.stop);
    return fit;
}

} // namespace inverso::cli
