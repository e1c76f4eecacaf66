// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/random.h"

#include <cstddef>
#include <span>
#include <vector>

namespace inverso {

/// An input-convex network (Amos et al. 2017): its one output is a convex function of the input, because the weights
/// between hidden layers are non-negative and the activation (leaky ReLU) is convex and non-decreasing. Every layer
/// also reads the input through weights of any sign: h ← φ(W h + V x + b). Forward pass and gradients are written by
/// hand. Copyable; one thread per object.
class ConvexNet
{
public:
    struct Settings
    {
        std::size_t inputs = 1;
        std::size_t hiddenLayers = 5;
        std::size_t hiddenWidth = 128;
    };
    ConvexNet(const Settings& settings, Rng rng);

    /// Activations of one pass, kept for its gradients. Reusable.
    struct Tape
    {
        Matrix input;                           ///< n × inputs
        std::vector<std::vector<float>> hidden; ///< per layer n × hiddenWidth, after the activation
    };

    /// n × inputs → n outputs.
    std::vector<float> forward(const Matrix& x, Tape* tape = nullptr) const;
    /// Adds ∂loss/∂parameters to gradient(), from ∂loss/∂output of each row of the pass on the tape.
    void addGradient(const Tape& tape, std::span<const float> outputGradient);
    /// n × inputs: ∂output/∂input of each row.
    [[nodiscard]] Matrix inputGradient(const Matrix& x) const;
    /// Sets negative weights between hidden layers to 0. Call it after each optimiser step.
    void constrain();

    [[nodiscard]] std::span<float> parameters() { return m_parameters; }
    [[nodiscard]] std::span<float> gradient() { return m_gradient; }
    void clearGradient();

private:
    struct Layer ///< offsets into m_parameters
    {
        std::size_t fromHidden = 0; ///< hiddenWidth × outputs, never negative; the first layer has none
        std::size_t fromInput = 0;  ///< inputs × outputs
        std::size_t bias = 0;
        std::size_t outputs = 0;
    };
    /// ∂loss/∂input (n × inputs); with `parameterGradient` also adds ∂loss/∂parameters there.
    Matrix backward(const Tape& tape, std::span<const float> outputGradient, float* parameterGradient) const;

    Settings m_settings;
    std::vector<Layer> m_layers; ///< hidden layers, then the head
    std::vector<float> m_parameters;
    std::vector<float> m_gradient;
};

} // namespace inverso
