// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <onnx/onnx_pb.h>

#include <string>
#include <vector>

namespace inverso {

/// Builds an ONNX graph layer by layer. Every function adds the operations of the PyTorch layer of the same name, names
/// its output after `name` and its weights as in PyTorch's state_dict ("name.weight"), and returns the output. Weights
/// are PyTorch's initial ones, uniform within 1/√fan-in; their values are set by fillWeights().
class OnnxGraph
{
public:
    OnnxGraph(onnx::GraphProto& graph, std::string_view name);

    /// A batch of any size; negative heights and widths are free too.
    std::string input(const std::string& name, int channels, int height, int width);
    void output(const std::string& value, std::initializer_list<int> shapeAfterBatch);

    /// Without bias, padded to keep the size at stride 1.
    std::string conv(const std::string& name, const std::string& x, int in, int out, int kernel, int stride = 1);
    std::string batchNorm(const std::string& name, const std::string& x, int channels);
    std::string relu(const std::string& name, const std::string& x);
    /// Padding is not counted into the average.
    std::string averagePool(const std::string& name, const std::string& x, int kernel, int stride, int padding);
    std::string maxPool(const std::string& name, const std::string& x, int kernel, int stride, int padding);
    std::string globalAveragePool(const std::string& name, const std::string& x);
    std::string flatten(const std::string& name, const std::string& x);
    std::string linear(const std::string& name, const std::string& x, int in, int out);
    std::string sum(const std::string& name, const std::vector<std::string>& values);
    std::string concatenation(const std::string& name, const std::vector<std::string>& values);
    /// Channels 0 … count−1.
    std::string firstChannels(const std::string& name, const std::string& x, int count);
    std::string identity(const std::string& name, const std::string& x);
    /// Zeros in the shape of x.
    std::string zeros(const std::string& name, const std::string& x);

    /// Call it once, when the graph is complete and will not be copied any more: the weights are most of its size.
    void fillWeights();

private:
    struct Range
    {
        float low = 0.0F;
        float high = 0.0F;
    };
    onnx::NodeProto& node(const char* type, const std::string& name, const std::vector<std::string>& inputs);
    std::string pool(const char* type, const std::string& name, const std::string& x, int kernel, int stride,
                     int padding);
    std::string integer(const std::string& name, int value);
    std::string weights(const std::string& name, std::initializer_list<int> shape, float low, float high);

    onnx::GraphProto& m_graph;
    std::vector<Range> m_ranges; ///< of each initializer's values
};

} // namespace inverso
