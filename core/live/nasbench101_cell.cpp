// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/nasbench101_cell.h"

#include <array>
#include <optional>

namespace inverso {

namespace {

/// A convolution of each vertex, by its number, where it has one.
using ByVertex = std::array<std::optional<NetworkLayers::ConvNorm>, NasBench101Form::maxVertices>;

class NasBench101Layers : public CellLayers
{
public:
    NasBench101Layers(const NasBench101Form& form, std::vector<int> widths, ByVertex projections, ByVertex operations)
        : m_form(form)
        , m_widths(std::move(widths))
        , m_projections(std::move(projections))
        , m_operations(std::move(operations))
    {
    }

    [[nodiscard]] torch::Tensor apply(const NetworkLayers& layers, const torch::Tensor& x,
                                      bool training) const override;
    [[nodiscard]] double multiplyAdds(int height, int width) const override
    {
        double total = 0.0;
        for (const ByVertex* convolutions : {&m_projections, &m_operations})
            for (const auto& both : *convolutions)
                total += both ? NetworkLayers::multiplyAdds(both->convolution, height, width) : 0.0;
        return total;
    }

private:
    NasBench101Form m_form;
    std::vector<int> m_widths;
    ByVertex m_projections;
    ByVertex m_operations;
};

void add(torch::Tensor& sum, const torch::Tensor& term)
{
    sum = sum.defined() ? sum + term : term;
}

torch::Tensor NasBench101Layers::apply(const NetworkLayers& layers, const torch::Tensor& x, bool training) const
{
    const auto last = static_cast<std::size_t>(m_form.vertices) - 1;
    std::vector<torch::Tensor> values(last);
    std::vector<torch::Tensor> concatenated;
    const auto project = [&](std::size_t v, torch::Tensor& sum) {
        if (m_projections[v])
            add(sum, torch::relu(layers.apply(*m_projections[v], x, training)));
    };
    for (std::size_t v = 1; v < last; ++v) {
        torch::Tensor sum;
        for (std::size_t from = 1; from < v; ++from)
            if (m_form.edge(static_cast<int>(from), static_cast<int>(v)))
                add(sum, values[from].narrow(1, 0, m_widths[v]));
        project(v, sum);
        values[v] =
            m_operations[v] ? torch::relu(layers.apply(*m_operations[v], sum, training)) : at::max_pool2d(sum, 3, 1, 1);
        if (m_form.edge(static_cast<int>(v), static_cast<int>(last)))
            concatenated.push_back(values[v]);
    }
    torch::Tensor output;
    if (!concatenated.empty())
        output = torch::cat(concatenated, 1);
    project(last, output);
    return output;
}

} // namespace

std::unique_ptr<CellLayers> NasBench101Cell::build(NetworkLayers& layers, int inputs, int outputs, Rng& rng) const
{
    std::vector<int> widths = nasbench101Channels(m_form, inputs, outputs);
    ByVertex projections;
    ByVertex operations;
    const auto last = static_cast<std::size_t>(m_form.vertices) - 1;
    for (std::size_t v = 1; v <= last; ++v) {
        if (m_form.edge(0, static_cast<int>(v)))
            projections[v] = layers.addConvNorm(inputs, widths[v], 1, 1, rng);
        if (v == last)
            break;
        const std::uint8_t operation = m_form.inner[v - 1];
        if (operation != NasBench101::MaxPool3x3)
            operations[v] = layers.addConvNorm(widths[v], widths[v], operation == NasBench101::Conv3x3 ? 3 : 1, 1, rng);
    }
    return std::make_unique<NasBench101Layers>(m_form, std::move(widths), std::move(projections),
                                               std::move(operations));
}

} // namespace inverso
