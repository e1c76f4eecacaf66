// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/loss_point.h"
#include "core/model/mlp.h"

#include <stop_token>
#include <vector>

namespace inverso {

/// The predictor of BANANAS: perceptrons that differ by their initial weights and batches, trained on the mean absolute
/// error of standardised accuracies, from new weights each time (White et al. 2021; baselines.md).
class MlpEnsemble
{
public:
    struct Settings
    {
        int members = 5;
        int hiddenLayers = 10;
        int hiddenWidth = 20;
        int epochs = 150;
        int batch = 32;
        double rate = 0.01; ///< of Adam
        double beta1 = 0.9;
        double beta2 = 0.99;
    };
    /// Mean and standard deviation over the members of a prediction, percent.
    struct Scores
    {
        std::vector<float> mean;
        std::vector<float> deviation;
    };

    MlpEnsemble(const Settings& settings, Rng rng, int threads);

    /// Trains on n × inputs features and their accuracies, percent. Throws Cancelled.
    void fit(const Matrix& features, const std::vector<double>& accuracies, const std::stop_token& stop);
    [[nodiscard]] Scores predict(const Matrix& features) const;
    /// Losses since the last call, each term a mean over the members.
    std::vector<LossPoint> takeLosses();

private:
    /// Trains one member; returns its loss after each epoch.
    std::vector<float> train(Mlp& member, const Matrix& features, const std::vector<float>& targets, Rng rng,
                             const std::stop_token& stop) const;

    Settings m_settings;
    Rng m_rng;
    int m_threads;
    std::vector<Mlp> m_members;
    double m_mean = 0.0; ///< of the accuracies, with their deviation the scale of the targets
    double m_deviation = 1.0;
    std::vector<LossPoint> m_losses;
    int m_epoch = 0;
    int m_fits = 0;
};

} // namespace inverso
