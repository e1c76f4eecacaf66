// SPDX-License-Identifier: GPL-3.0-or-later
// The network of python_nasbench101.cpp, with the same names of layers.
#include "core/export/onnx_network.h"

namespace inverso {

namespace {

constexpr int firstChannels = 128;
constexpr int stacks = 3;
constexpr int cellsPerStack = 3;
constexpr int classes = 10;

class NasBench101Onnx : public OnnxNetwork
{
public:
    NasBench101Onnx(const NasBench101Form& form, OnnxGraph& graph)
        : m_form(form)
        , m_graph(graph)
    {
    }

    void writeCell() override
    {
        const std::string x = m_graph.input("x", firstChannels, -1, -1);
        m_graph.output(addCell("", x, firstChannels, firstChannels), {firstChannels, -1, -1});
    }

    void writeNetwork() override
    {
        int layer = 0;
        const auto next = [&layer] { return "features." + std::to_string(layer++); };
        std::string x = m_graph.input("images", 3, 32, 32);
        x = addConvBnRelu(next(), x, 3, firstChannels, 3);
        int width = firstChannels;
        for (int stack = 0; stack < stacks; ++stack) {
            if (stack > 0)
                x = m_graph.maxPool(next(), x, 2, 2, 0);
            for (int i = 0; i < cellsPerStack; ++i) {
                x = addCell(next(), x, width, firstChannels << stack);
                width = firstChannels << stack;
            }
        }
        x = m_graph.globalAveragePool(next(), x);
        x = m_graph.flatten(next(), x);
        m_graph.output(m_graph.linear("classifier", x, width, classes), {classes});
    }

private:
    std::string addConvBnRelu(const std::string& name, const std::string& x, int in, int out, int kernel)
    {
        const std::string convolved = m_graph.conv(name + ".0", x, in, out, kernel);
        return m_graph.relu(name + ".2", m_graph.batchNorm(name + ".1", convolved, out));
    }

    std::string addOperation(const std::string& name, std::uint8_t operation, const std::string& x, int channels)
    {
        if (operation == NasBench101::MaxPool3x3)
            return m_graph.maxPool(name, x, 3, 1, 1);
        return addConvBnRelu(name, x, channels, channels, operation == NasBench101::Conv3x3 ? 3 : 1);
    }

    std::string addCell(const std::string& name, const std::string& x, int in, int out)
    {
        const std::vector<int> widths = nasbench101Channels(m_form, in, out);
        const auto width = [&](int v) { return widths[static_cast<std::size_t>(v)]; };
        const auto inCell = [&](std::string_view part, int v) { return joined(name, part) + "." + std::to_string(v); };
        const int last = m_form.vertices - 1;
        std::vector<std::string> values{x};
        std::vector<std::string> concatenated;
        const auto addProjection = [&](std::vector<std::string>& terms, int v) {
            if (m_form.edge(0, v))
                terms.push_back(addConvBnRelu(inCell("projections", v), x, in, width(v), 1));
        };
        for (int v = 1; v < last; ++v) {
            std::vector<std::string> terms;
            for (int from = 1; from < v; ++from) {
                if (!m_form.edge(from, v))
                    continue;
                const std::string& value = values[static_cast<std::size_t>(from)];
                const std::string cut = inCell("cut", from) + "." + std::to_string(v);
                terms.push_back(width(from) > width(v) ? m_graph.firstChannels(cut, value, width(v)) : value);
            }
            addProjection(terms, v);
            const std::string input = m_graph.sum(inCell("inputs", v), terms);
            values.push_back(
                addOperation(inCell("operations", v), m_form.inner[static_cast<std::size_t>(v) - 1], input, width(v)));
            if (m_form.edge(v, last))
                concatenated.push_back(values.back());
        }
        std::vector<std::string> terms;
        if (!concatenated.empty())
            terms.push_back(m_graph.concatenation(joined(name, "concatenation"), concatenated));
        addProjection(terms, last);
        return m_graph.sum(joined(name, "output"), terms);
    }

    NasBench101Form m_form;
    OnnxGraph& m_graph;
};

} // namespace

std::unique_ptr<OnnxNetwork> nasbench101Onnx(const NasBench101Form& form, OnnxGraph& graph)
{
    return std::make_unique<NasBench101Onnx>(form, graph);
}

} // namespace inverso
