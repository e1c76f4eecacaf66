// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/convex_net.h"
#include "core/model/loss_point.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace inverso {

/// The predictor of CR-LSO (Rao et al. 2022; baselines.md): the loss of accuracy is a convex function of the code, so
/// that accuracy has one maximum, and a step against the gradient of the loss leads towards it. Trained on squared
/// errors of standardised losses.
class ConvexPredictor
{
public:
    struct Settings
    {
        int hiddenLayers = 5;
        int hiddenWidth = 128;
        int batch = 32;
        double beta1 = 0.0; ///< of Adam
        double beta2 = 0.5;
        double dither = 0.05; ///< standard deviation of the noise on the codes that it learns from
    };
    ConvexPredictor(const Settings& settings, std::size_t inputs, Rng rng);

    /// Trains on n × inputs codes and their accuracies in percent. The first call starts from new weights, later calls
    /// continue. The rate falls to a tenth along a half cosine. Throws Cancelled.
    void train(const Matrix& codes, std::span<const double> accuracies, int epochs, double rate,
               const std::stop_token& stop);
    /// Percent; after train().
    [[nodiscard]] std::vector<float> predict(const Matrix& codes) const;
    /// n × inputs: the direction of increasing accuracy, which is minus the gradient of the standardised loss.
    [[nodiscard]] Matrix ascent(const Matrix& codes) const;
    /// Losses since the last call.
    std::vector<LossPoint> takeLosses();

private:
    /// Sets the network's gradient to that of the squared error of a batch; returns the sum of the errors.
    double addGradient(const Matrix& x, std::span<const std::size_t> rows, std::span<const float> targets);

    Settings m_settings;
    Rng m_rng;
    ConvexNet m_network;
    std::optional<double> m_mean; ///< of the accuracies of the first training, with their deviation the targets' scale
    double m_deviation = 1.0;
    std::vector<LossPoint> m_losses;
    int m_epoch = 0;
};

} // namespace inverso
