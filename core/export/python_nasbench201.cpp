// SPDX-License-Identifier: GPL-3.0-or-later
// A NAS-Bench-201 cell as a PyTorch file. The network around the cell is the one the benchmark's authors
// trained (Dong & Yang 2020): stem, three stages of five cells at 16, 32 and 64 channels, a residual block
// of stride 2 between stages, global average pooling and a linear classifier.
#include "core/export/python_forms.h"

namespace inverso {

namespace {

constexpr std::string_view head = R"py(
import torch
from torch import nn


class ReluConvBn(nn.Sequential):
    """ReLU, convolution, batch norm: the benchmark's order."""

    def __init__(self, channels_in, channels_out, kernel, stride=1):
        super().__init__(
            nn.ReLU(),
            nn.Conv2d(channels_in, channels_out, kernel, stride, kernel // 2, bias=False),
            nn.BatchNorm2d(channels_out),
        )


class Zero(nn.Module):
    def forward(self, x):
        return torch.zeros_like(x)


OPERATIONS = {
    "none": lambda channels: Zero(),
    "skip_connect": lambda channels: nn.Identity(),
    "nor_conv_1x1": lambda channels: ReluConvBn(channels, channels, 1),
    "nor_conv_3x3": lambda channels: ReluConvBn(channels, channels, 3),
    "avg_pool_3x3": lambda channels: nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False),
}

)py";

constexpr std::string_view body = R"py(

class Cell(nn.Module):
    """Four nodes; each sums the operations on the edges that come from the nodes before it."""

    def __init__(self, channels):
        super().__init__()
        self.edges = nn.ModuleList(OPERATIONS[name](channels) for _, _, name in EDGES)

    def forward(self, x):
        nodes = [x, 0, 0, 0]
        for (source, target, _), operation in zip(EDGES, self.edges):
            nodes[target] = nodes[target] + operation(nodes[source])
        return nodes[3]


class Reduction(nn.Module):
    """The residual block between two stages: halves the picture, doubles the channels."""

    def __init__(self, channels_in, channels_out):
        super().__init__()
        self.long = nn.Sequential(
            ReluConvBn(channels_in, channels_out, 3, stride=2), ReluConvBn(channels_out, channels_out, 3)
        )
        self.short = nn.Sequential(
            nn.AvgPool2d(2, stride=2), nn.Conv2d(channels_in, channels_out, 1, bias=False)
        )

    def forward(self, x):
        return self.short(x) + self.long(x)


class Network(nn.Module):
    """The benchmark's network around the cell; returns the logits."""

    def __init__(self, classes=10, channels=16, cells=5, image_channels=3):
        super().__init__()
        layers = [nn.Conv2d(image_channels, channels, 3, padding=1, bias=False), nn.BatchNorm2d(channels)]
        for stage in range(3):
            if stage > 0:
                layers.append(Reduction(channels, 2 * channels))
                channels *= 2
            layers += [Cell(channels) for _ in range(cells)]
        layers += [nn.BatchNorm2d(channels), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten()]
        self.features = nn.Sequential(*layers)
        self.classifier = nn.Linear(channels, classes)

    def forward(self, images):
        return self.classifier(self.features(images))
)py";

} // namespace

std::string nasbench201Python(const SearchSpace& space, CellIndex cell)
{
    const Graph graph = space.graph(cell);
    std::string text(head);
    text += "# (source node, target node, operation)\nEDGES = [\n";
    for (const CellDiagram::Edge& edge : space.diagram(cell, CellForm::OperationsOnEdges).edges) {
        text += "    (" + std::to_string(edge.from) + ", " + std::to_string(edge.to) + ", \""
                + std::string(space.labels()[graph.labels[static_cast<std::size_t>(edge.vertex)]]) + "\"),\n";
    }
    return text + "]\n" + std::string(body);
}

} // namespace inverso
