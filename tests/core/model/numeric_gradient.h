// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/random.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace inverso {

inline Matrix randomMatrix(std::size_t rows, std::size_t columns, Rng rng)
{
    Matrix matrix(rows, columns);
    rng.fillNormal(matrix.values);
    return matrix;
}

/// Central difference of `loss` in `value`; none where two step lengths disagree: there a ReLU has its kink.
template <typename Loss> std::optional<double> numericGradient(float& value, Loss loss)
{
    const float kept = value;
    const auto slope = [&](float step) {
        value = kept + step;
        const double above = loss();
        value = kept - step;
        const double below = loss();
        value = kept;
        return (above - below) / (2.0 * step);
    };
    const double wide = slope(1e-2F);
    const double narrow = slope(5e-3F);
    if (std::abs(wide - narrow) > 0.01 * std::max({std::abs(wide), std::abs(narrow), 0.3}))
        return std::nullopt;
    return narrow;
}

/// Compares gradients with numeric ones wherever the loss is smooth, which it is nearly everywhere.
template <typename Loss>
void compareGradients(std::span<const float> gradient, std::span<float> values, std::size_t stride, Loss loss)
{
    std::size_t compared = 0;
    std::size_t tried = 0;
    for (std::size_t i = 0; i < values.size(); i += stride) {
        ++tried;
        const auto numeric = numericGradient(values[i], loss);
        if (!numeric)
            continue;
        ++compared;
        QVERIFY2(std::abs(gradient[i] - *numeric) <= 0.03 * std::max(std::abs(*numeric), 0.3),
                 qPrintable(QStringLiteral("%1: %2 is not %3").arg(i).arg(gradient[i]).arg(*numeric)));
    }
    QVERIFY2(compared * 10 >= tried * 8, qPrintable(QStringLiteral("%1 of %2").arg(compared).arg(tried)));
}

/// Compares the gradients that a network gives to its parameters for some weighted sum of its outputs.
template <typename Network> void compareParameterGradients(Network& network, const Matrix& fourRows)
{
    const std::vector<float> weights = {0.7F, -0.4F, 1.1F, 0.2F};
    typename Network::Tape tape;
    (void)network.forward(fourRows, &tape);
    network.clearGradient();
    network.addGradient(tape, weights);
    compareGradients(network.gradient(), network.parameters(), 1, [&] {
        double loss = 0.0;
        const auto outputs = network.forward(fourRows);
        for (std::size_t i = 0; i < outputs.size(); ++i)
            loss += static_cast<double>(outputs[i]) * weights[i];
        return loss;
    });
}

} // namespace inverso
