// SPDX-License-Identifier: GPL-3.0-or-later
// The network of python_nasbench201.cpp, with the same names of layers.
#include "core/export/onnx_network.h"

namespace inverso {

namespace {

constexpr int firstChannels = 16;
constexpr int cellsPerStage = 5;
constexpr int classes = 10;

class NasBench201Onnx : public OnnxNetwork
{
public:
    NasBench201Onnx(const SearchSpace& space, CellIndex cell, OnnxGraph& graph)
        : m_labels(space.labels())
        , m_vertexLabels(space.graph(cell).labels)
        , m_diagram(space.diagram(cell, CellForm::OperationsOnEdges))
        , m_graph(graph)
    {
    }

    void writeCell() override
    {
        const std::string x = m_graph.input("x", firstChannels, -1, -1);
        m_graph.output(addCell("", x, firstChannels), {firstChannels, -1, -1});
    }

    void writeNetwork() override
    {
        int channels = firstChannels;
        int layer = 0;
        const auto next = [&layer] { return "features." + std::to_string(layer++); };
        std::string x = m_graph.input("images", 3, 32, 32);
        x = m_graph.conv(next(), x, 3, channels, 3);
        x = m_graph.batchNorm(next(), x, channels);
        for (int stage = 0; stage < 3; ++stage) {
            if (stage > 0) {
                x = addReduction(next(), x, channels);
                channels *= 2;
            }
            for (int i = 0; i < cellsPerStage; ++i)
                x = addCell(next(), x, channels);
        }
        x = m_graph.batchNorm(next(), x, channels);
        x = m_graph.relu(next(), x);
        x = m_graph.globalAveragePool(next(), x);
        x = m_graph.flatten(next(), x);
        m_graph.output(m_graph.linear("classifier", x, channels, classes), {classes});
    }

private:
    std::string addReluConvBn(const std::string& name, const std::string& x, int in, int out, int kernel, int stride)
    {
        const std::string relu = m_graph.relu(name + ".0", x);
        return m_graph.batchNorm(name + ".2", m_graph.conv(name + ".1", relu, in, out, kernel, stride), out);
    }

    std::string addOperation(const std::string& name, std::string_view label, const std::string& x, int channels)
    {
        if (label == "nor_conv_1x1")
            return addReluConvBn(name, x, channels, channels, 1, 1);
        if (label == "nor_conv_3x3")
            return addReluConvBn(name, x, channels, channels, 3, 1);
        if (label == "avg_pool_3x3")
            return m_graph.averagePool(name, x, 3, 1, 1);
        if (label == "skip_connect")
            return m_graph.identity(name, x);
        return m_graph.zeros(name, x);
    }

    /// Every node is the sum of its edges' operations.
    std::string addCell(const std::string& name, const std::string& x, int channels)
    {
        std::vector<std::string> nodes{x};
        for (std::size_t target = 1; target < m_diagram.nodes.size(); ++target) {
            std::vector<std::string> terms;
            for (std::size_t i = 0; i < m_diagram.edges.size(); ++i) {
                const CellDiagram::Edge& edge = m_diagram.edges[i];
                if (edge.to != static_cast<int>(target))
                    continue;
                const std::uint8_t label = m_vertexLabels[static_cast<std::size_t>(edge.vertex)];
                terms.push_back(addOperation(joined(name, "edges." + std::to_string(i)), m_labels[label],
                                             nodes[static_cast<std::size_t>(edge.from)], channels));
            }
            nodes.push_back(m_graph.sum(joined(name, "node" + std::to_string(target)), terms));
        }
        return nodes.back();
    }

    std::string addReduction(const std::string& name, const std::string& x, int channels)
    {
        const std::string half = addReluConvBn(name + ".long.0", x, channels, 2 * channels, 3, 2);
        const std::string longWay = addReluConvBn(name + ".long.1", half, 2 * channels, 2 * channels, 3, 1);
        const std::string pooled = m_graph.averagePool(name + ".short.0", x, 2, 2, 0);
        const std::string shortWay = m_graph.conv(name + ".short.1", pooled, channels, 2 * channels, 1);
        return m_graph.sum(name, {shortWay, longWay});
    }

    std::span<const std::string_view> m_labels;
    std::vector<std::uint8_t> m_vertexLabels;
    CellDiagram m_diagram;
    OnnxGraph& m_graph;
};

} // namespace

std::unique_ptr<OnnxNetwork> nasbench201Onnx(const SearchSpace& space, CellIndex cell, OnnxGraph& graph)
{
    return std::make_unique<NasBench201Onnx>(space, cell, graph);
}

} // namespace inverso
