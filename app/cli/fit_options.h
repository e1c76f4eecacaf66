// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/benchmark_options.h"
#include "app/cli/model_options.h"
#include "app/cli/program.h"
#include "app/cli/setting_options.h"
#include "core/search/evaluation.h"

namespace inverso::cli {

/// The options of the commands that fit a model on random labels, and the fit.
class FitOptions
{
public:
    void addTo(CLI::App& command);

    /// Opens benchmark and weights and fits. Throws UsageError, Error, Cancelled.
    struct Fit
    {
        std::shared_ptr<const Benchmark> benchmark;
        FittedModel fitted;
    };
    [[nodiscard]] Fit fit(const Program& program) const;
    /// Throws UsageError for a live benchmark or one that asks: for commands that need thousands of labels.
    void requireTable() const;
    [[nodiscard]] const std::string& labels() const { return m_labels; }

private:
    BenchmarkOptions m_benchmark;
    FitSettings m_settings;
    SettingOptions m_choice;
    ModelOptions m_model;
    std::string m_labels = "350+50";
};

} // namespace inverso::cli
