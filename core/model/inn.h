// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/random.h"

#include <cstddef>
#include <span>
#include <vector>

namespace inverso {

/// Sizes of an invertible network (thesis Table 11; method.md §3).
struct InnSettings
{
    int dimension = 128;   ///< of x and of [z, y]; even
    int blocks = 4;        ///< coupling blocks of two affine couplings each
    int hiddenLayers = 4;  ///< of each subnet
    int hiddenWidth = 128; ///< of each subnet
    /// Factor on the initial weights of the scale and shift heads; 1 is Glorot's. Small values start the
    /// network near a permutation, from where few labels suffice.
    double headGain = 1.0;
};

/// RealNVP-style invertible network x ↔ [z, y] after Ardizzone et al. 2018 (method.md §3).
/// A block reverses the features, splits them in halves x1, x2 and computes
///   y1 = x1·exp(s2(x2)) + t2(x2),   y2 = x2·exp(s1(y1)) + t1(y1),
/// s bounded by tanh. The last output is the accuracy y, the others are z. Forward, inverse and the
/// gradients of both are written by hand (no autograd): the training of this network is most of a
/// search. Copyable; one thread per object.
class Inn
{
public:
    Inn(const InnSettings& settings, Rng rng);
    /// The same with `shiftScale` (D numbers, in the order of x): a fixed factor on each feature's shifts t, so
    /// that features of small spread are moved little.
    Inn(const InnSettings& settings, std::span<const float> shiftScale, Rng rng);

    /// Activations of one pass, kept for its gradient. Reusable; memory grows to the largest batch.
    struct Tape
    {
        struct Half ///< one affine coupling
        {
            std::vector<float> input;               ///< n × half: input of the subnet
            std::vector<std::vector<float>> hidden; ///< per layer n × hiddenWidth, after ReLU
            std::vector<float> scale;               ///< n × half: tanh
            std::vector<float> factor;              ///< n × half: exp(± scale)
            std::vector<float> through;             ///< n × half: x of affine(), or result of affineInverse()
        };
        std::size_t rows = 0;
        std::vector<Half> halves; ///< two a block, in the order computed
    };

    [[nodiscard]] const InnSettings& settings() const { return m_settings; }
    [[nodiscard]] std::size_t dimension() const { return static_cast<std::size_t>(m_settings.dimension); }

    /// n × D latents → n × D outputs [z, y]. With a tape for forwardGradient(). `logDet`, when given, gets
    /// log |det ∂[z,y]/∂x| of each row.
    Matrix forward(const Matrix& x, Tape* tape = nullptr, std::vector<float>* logDet = nullptr) const;
    /// The exact inverse: n × D outputs [z, y] → latents.
    Matrix inverse(const Matrix& output, Tape* tape = nullptr) const;

    /// Adds ∂loss/∂parameters to gradient() and returns ∂loss/∂x, from ∂loss/∂[z,y] and (per row)
    /// ∂loss/∂logDet; `logDetGradient` may be empty.
    Matrix forwardGradient(const Tape& tape, const Matrix& outputGradient, std::span<const float> logDetGradient = {});
    /// The same for a pass of inverse(): from ∂loss/∂x, returns ∂loss/∂[z,y].
    Matrix inverseGradient(const Tape& tape, const Matrix& xGradient);

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
    struct Subnet
    {
        std::vector<Layer> layers;     ///< hidden layers, then the double head [scale, shift]
        std::vector<float> shiftScale; ///< per feature that the coupling changes
    };
    struct Workspace;

    Subnet addSubnet(Rng& rng);
    /// Runs coupling `index`'s subnet; `sign` −1 for the inverse pass.
    void runSubnet(std::size_t index, const float* input, std::size_t rows, float sign, Tape::Half& half,
                   std::vector<float>& shift, Workspace& work) const;
    void subnetGradient(const Subnet& subnet, const Tape::Half& half, std::size_t rows, float* inputGradient,
                        Workspace& work);

    InnSettings m_settings;
    std::size_t m_half;            ///< D/2
    std::vector<Subnet> m_subnets; ///< per block: s2/t2 (reads x2), s1/t1 (reads y1)
    std::vector<float> m_parameters;
    std::vector<float> m_gradient;
};

} // namespace inverso
