// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/random.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace inverso {

/// A multi-layer perceptron with one output: hidden layers of equal width, a linear head, weights from Glorot's uniform
/// distribution and zero biases (Keras' defaults). Forward pass and gradient are written by hand. Copyable; one thread
/// per object.
class Mlp
{
public:
    enum class Activation : std::uint8_t { Relu, Tanh };
    struct Settings
    {
        std::size_t inputs = 1;
        std::size_t hiddenLayers = 1;
        std::size_t hiddenWidth = 1;
        Activation activation = Activation::Relu;
    };
    Mlp(const Settings& settings, Rng rng);

    /// Activations of one pass, kept for its gradient. Reusable.
    struct Tape
    {
        std::size_t rows = 0;
        std::vector<float> input;               ///< n × inputs
        std::vector<std::vector<float>> hidden; ///< per layer n × hiddenWidth, after the activation
    };

    /// n × inputs → n outputs.
    std::vector<float> forward(const Matrix& x, Tape* tape = nullptr) const;
    /// Adds ∂loss/∂parameters to gradient(), from ∂loss/∂output of each row of the pass on the tape.
    void addGradient(const Tape& tape, std::span<const float> outputGradient);

    [[nodiscard]] std::span<float> parameters() { return m_parameters; }
    [[nodiscard]] std::span<const float> parameters() const { return m_parameters; }
    [[nodiscard]] std::span<float> gradient() { return m_gradient; }
    void clearGradient();

private:
    struct Layer ///< offsets into m_parameters of an inputs × outputs weight and its bias
    {
        std::size_t weight = 0;
        std::size_t bias = 0;
        std::size_t inputs = 0;
        std::size_t outputs = 0;
    };

    Activation m_activation;
    std::vector<Layer> m_layers; ///< hidden layers, then the head
    std::vector<float> m_parameters;
    std::vector<float> m_gradient;
};

} // namespace inverso
