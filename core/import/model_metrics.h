// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace inverso {

/// What is wanted of a protobuf message nasbench.ModelMetrics (google-research/nasbench, model_metrics.proto): the
/// last of its evaluations, and the size of the network.
struct ModelMetrics
{
    struct Evaluation
    {
        std::optional<double> seconds; ///< of training until then
        std::optional<double> valid;   ///< a fraction
        std::optional<double> test;    ///< a fraction
    };
    std::optional<Evaluation> last;
    std::optional<std::int32_t> parameters; ///< trainable ones
};

/// Reads the wire form, fields in any order; those that are not wanted are passed over. None when the bytes are no
/// protobuf message.
std::optional<ModelMetrics> readModelMetrics(std::string_view bytes);

} // namespace inverso
