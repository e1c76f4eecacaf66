// SPDX-License-Identifier: GPL-3.0-or-later
// A NAS-Bench-201 cell as its plan computes it.
#include "core/live/planned_cell.h"

#include "core/live/convolution_kernels.h"
#include "core/live/small_layers.h"

namespace inverso {

namespace {

class PlannedLayers : public CellLayers
{
public:
    PlannedLayers(CellPlan plan, std::vector<NetworkLayers::ConvNorm> convolutions)
        : m_plan(std::move(plan))
        , m_convolutions(std::move(convolutions))
    {
    }

    [[nodiscard]] torch::Tensor apply(const NetworkLayers& layers, const torch::Tensor& x,
                                      bool training) const override;
    [[nodiscard]] double multiplyAdds(int height, int width) const override
    {
        double total = 0.0;
        for (const NetworkLayers::ConvNorm& both : m_convolutions)
            total += NetworkLayers::multiplyAdds(both.convolution, height, width);
        return total;
    }

private:
    CellPlan m_plan;
    std::vector<NetworkLayers::ConvNorm> m_convolutions; // by the plan's steps; empty entries for pooling
};

torch::Tensor PlannedLayers::apply(const NetworkLayers& layers, const torch::Tensor& x, bool training) const
{
    std::vector<torch::Tensor> values{x};
    std::vector<std::pair<const std::vector<int>*, torch::Tensor>> sums;
    const auto sumOf = [&](const std::vector<int>& sources) {
        for (const auto& [known, sum] : sums)
            if (*known == sources)
                return sum;
        torch::Tensor sum = values[static_cast<std::size_t>(sources.front())];
        for (std::size_t i = 1; i < sources.size(); ++i)
            sum = sum + values[static_cast<std::size_t>(sources[i])];
        sums.emplace_back(&sources, sum);
        return sum;
    };
    for (std::size_t i = 0; i < m_plan.steps.size(); ++i) {
        const CellPlan::Step& step = m_plan.steps[i];
        const torch::Tensor sum = sumOf(step.sources);
        if (step.operation == CellPlan::Operation::AvgPool3x3) {
            const bool small = x.size(1) % kernels::lanes == 0;
            values.push_back(small ? smallAveragePool(sum) : at::avg_pool2d(sum, 3, 1, 1, false, false));
            continue;
        }
        const torch::Tensor made = layers.applyRectified(m_convolutions[i], sum, training);
        if (step.copies == 1)
            values.push_back(made);
        else
            for (torch::Tensor& part : made.chunk(step.copies, 1))
                values.push_back(std::move(part));
    }
    return sumOf(m_plan.outputs);
}

} // namespace

std::unique_ptr<CellLayers> PlannedCell::build(NetworkLayers& layers, int inputs, int /*outputs*/, Rng& rng) const
{
    std::vector<NetworkLayers::ConvNorm> convolutions;
    for (const CellPlan::Step& step : m_plan.steps) {
        if (step.operation == CellPlan::Operation::AvgPool3x3)
            convolutions.emplace_back();
        else
            convolutions.push_back(layers.addRectified(inputs, inputs * step.copies,
                                                       step.operation == CellPlan::Operation::Conv3x3 ? 3 : 1, rng));
    }
    return std::make_unique<PlannedLayers>(m_plan, std::move(convolutions));
}

} // namespace inverso
