// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/loss_point.h"
#include "core/model/mlp.h"
#include "core/training/bayesian_regression.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace inverso {

/// DNGO (Snoek et al. 2015; baselines.md): a perceptron with tanh learns the accuracies; the activations of its last
/// hidden layer are then the features of a Bayesian linear regression, which gives the uncertainty.
class Dngo
{
public:
    struct Settings
    {
        int hiddenLayers = 3;
        int hiddenWidth = 128;
        int epochs = 100;
        int batch = 10;
        double rate = 0.01;                                  ///< of Adam
        std::optional<Precisions> precisions = std::nullopt; ///< of the regression; none: those of the highest evidence
    };
    /// Mean and standard deviation of a prediction, percent.
    struct Scores
    {
        std::vector<float> mean;
        std::vector<float> deviation;
    };

    Dngo(const Settings& settings, Rng rng);

    /// Trains on n × d points and their accuracies, percent, from fresh weights. Throws Cancelled.
    void fit(const Matrix& points, std::span<const double> accuracies, const std::stop_token& stop);
    /// After fit().
    [[nodiscard]] Scores predict(const Matrix& points) const;
    /// Losses since the last call.
    std::vector<LossPoint> takeLosses();

private:
    [[nodiscard]] Matrix standardised(const Matrix& points) const;
    [[nodiscard]] Matrix features(const Matrix& standardised) const;
    void train(const Matrix& inputs, std::span<const float> targets, Rng rng, const std::stop_token& stop);

    Settings m_settings;
    Rng m_rng;
    std::vector<float> m_centre; ///< of the points, with their spread the scale of the inputs
    std::vector<float> m_spread;
    double m_mean = 0.0; ///< of the accuracies, with their deviation the scale of the targets
    double m_deviation = 1.0;
    std::optional<Mlp> m_network;
    std::optional<BayesianRegression> m_regression;
    std::vector<LossPoint> m_losses;
    int m_epoch = 0;
    int m_fits = 0;
};

} // namespace inverso
