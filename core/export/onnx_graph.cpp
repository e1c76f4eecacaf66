// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/onnx_graph.h"

#include "core/base/random.h"

#include <cmath>

namespace inverso {

namespace {

void addInts(onnx::NodeProto& node, const char* name, std::initializer_list<int> values)
{
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::INTS);
    for (const int value : values)
        attribute.add_ints(value);
}

void addInt(onnx::NodeProto& node, const char* name, int value)
{
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::INT);
    attribute.set_i(value);
}

onnx::TensorShapeProto& describe(onnx::ValueInfoProto& value, const std::string& name)
{
    value.set_name(name);
    onnx::TypeProto::Tensor& tensor = *value.mutable_type()->mutable_tensor_type();
    tensor.set_elem_type(onnx::TensorProto::FLOAT);
    tensor.mutable_shape()->add_dim()->set_dim_param("batch");
    return *tensor.mutable_shape();
}

float boundOf(int fanIn)
{
    return 1.0F / std::sqrt(static_cast<float>(fanIn));
}

} // namespace

OnnxGraph::OnnxGraph(onnx::GraphProto& graph, std::string_view name)
    : m_graph(graph)
{
    m_graph.set_name(std::string(name));
}

std::string OnnxGraph::input(const std::string& name, int channels, int height, int width)
{
    onnx::TensorShapeProto& shape = describe(*m_graph.add_input(), name);
    shape.add_dim()->set_dim_value(channels);
    const auto addSide = [&](int side, const char* freeName) {
        if (side > 0)
            shape.add_dim()->set_dim_value(side);
        else
            shape.add_dim()->set_dim_param(freeName);
    };
    addSide(height, "height");
    addSide(width, "width");
    return name;
}

void OnnxGraph::output(const std::string& value, std::initializer_list<int> shapeAfterBatch)
{
    onnx::TensorShapeProto& shape = describe(*m_graph.add_output(), value);
    for (const int size : shapeAfterBatch) {
        onnx::TensorShapeProto::Dimension& dimension = *shape.add_dim();
        if (size > 0)
            dimension.set_dim_value(size);
        else
            dimension.set_dim_param(shape.dim_size() == 3 ? "height" : "width");
    }
}

onnx::NodeProto& OnnxGraph::node(const char* type, const std::string& name, const std::vector<std::string>& inputs)
{
    onnx::NodeProto& node = *m_graph.add_node();
    node.set_op_type(type);
    node.set_name(name);
    for (const std::string& input : inputs)
        node.add_input(input);
    node.add_output(name);
    return node;
}

std::string OnnxGraph::weights(const std::string& name, std::initializer_list<int> shape, float low, float high)
{
    onnx::TensorProto& tensor = *m_graph.add_initializer();
    tensor.set_name(name);
    tensor.set_data_type(onnx::TensorProto::FLOAT);
    for (const int size : shape)
        tensor.add_dims(size);
    m_ranges.push_back({low, high});
    return name;
}

void OnnxGraph::fillWeights()
{
    Rng rng = Rng(0).split("onnx");
    for (int i = 0; i < m_graph.initializer_size(); ++i) {
        onnx::TensorProto& tensor = *m_graph.mutable_initializer(i);
        int count = 1;
        for (const std::int64_t size : tensor.dims())
            count *= static_cast<int>(size);
        const Range range = m_ranges[static_cast<std::size_t>(i)];
        tensor.mutable_float_data()->Resize(count, range.low);
        if (range.low == range.high)
            continue;
        constexpr float unit = 1.0F / static_cast<float>(1U << 24U);
        for (float& value : *tensor.mutable_float_data())
            value = range.low + (range.high - range.low) * unit * static_cast<float>(rng.next() >> 40U);
    }
}

std::string OnnxGraph::conv(const std::string& name, const std::string& x, int in, int out, int kernel, int stride)
{
    const float bound = boundOf(in * kernel * kernel);
    const std::string weight = weights(name + ".weight", {out, in, kernel, kernel}, -bound, bound);
    onnx::NodeProto& layer = node("Conv", name, {x, weight});
    const int pad = kernel / 2;
    addInts(layer, "kernel_shape", {kernel, kernel});
    addInts(layer, "pads", {pad, pad, pad, pad});
    addInts(layer, "strides", {stride, stride});
    return name;
}

std::string OnnxGraph::batchNorm(const std::string& name, const std::string& x, int channels)
{
    node("BatchNormalization", name,
         {x, weights(name + ".weight", {channels}, 1.0F, 1.0F), weights(name + ".bias", {channels}, 0.0F, 0.0F),
          weights(name + ".running_mean", {channels}, 0.0F, 0.0F),
          weights(name + ".running_var", {channels}, 1.0F, 1.0F)});
    return name;
}

std::string OnnxGraph::relu(const std::string& name, const std::string& x)
{
    node("Relu", name, {x});
    return name;
}

std::string OnnxGraph::averagePool(const std::string& name, const std::string& x, int kernel, int stride, int padding)
{
    return pool("AveragePool", name, x, kernel, stride, padding);
}

std::string OnnxGraph::maxPool(const std::string& name, const std::string& x, int kernel, int stride, int padding)
{
    return pool("MaxPool", name, x, kernel, stride, padding);
}

std::string OnnxGraph::pool(const char* type, const std::string& name, const std::string& x, int kernel, int stride,
                            int padding)
{
    onnx::NodeProto& layer = node(type, name, {x});
    addInts(layer, "kernel_shape", {kernel, kernel});
    addInts(layer, "pads", {padding, padding, padding, padding});
    addInts(layer, "strides", {stride, stride});
    return name;
}

std::string OnnxGraph::globalAveragePool(const std::string& name, const std::string& x)
{
    node("GlobalAveragePool", name, {x});
    return name;
}

std::string OnnxGraph::flatten(const std::string& name, const std::string& x)
{
    node("Flatten", name, {x});
    return name;
}

std::string OnnxGraph::linear(const std::string& name, const std::string& x, int in, int out)
{
    const float bound = boundOf(in);
    onnx::NodeProto& layer =
        node("Gemm", name,
             {x, weights(name + ".weight", {out, in}, -bound, bound), weights(name + ".bias", {out}, -bound, bound)});
    addInt(layer, "transB", 1);
    return name;
}

std::string OnnxGraph::sum(const std::string& name, const std::vector<std::string>& values)
{
    node("Sum", name, values);
    return name;
}

std::string OnnxGraph::concatenation(const std::string& name, const std::vector<std::string>& values)
{
    addInt(node("Concat", name, values), "axis", 1);
    return name;
}

std::string OnnxGraph::integer(const std::string& name, int value)
{
    addInts(node("Constant", name, {}), "value_ints", {value});
    return name;
}

std::string OnnxGraph::firstChannels(const std::string& name, const std::string& x, int count)
{
    const std::string begin = integer(name + ".begin", 0);
    const std::string end = integer(name + ".end", count);
    const std::string axis = integer(name + ".axis", 1);
    node("Slice", name, {x, begin, end, axis});
    return name;
}

std::string OnnxGraph::identity(const std::string& name, const std::string& x)
{
    node("Identity", name, {x});
    return name;
}

std::string OnnxGraph::zeros(const std::string& name, const std::string& x)
{
    node("Mul", name, {x, weights(name + ".zero", {1}, 0.0F, 0.0F)});
    return name;
}

} // namespace inverso
