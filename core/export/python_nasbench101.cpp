// SPDX-License-Identifier: GPL-3.0-or-later
// A NAS-Bench-101 cell as PyTorch code. The network around the cell is the one the benchmark's authors trained (Ying et
// al. 2019): a 3×3 stem of 128 channels, three stacks of three cells at 128, 256 and 512 channels, a maximum pooling
// before the second and third, global average pooling and a linear classifier.
#include "core/export/python_forms.h"

#include <array>
#include <string_view>

namespace inverso {

namespace {

constexpr std::string_view head = R"py(
import torch
from torch import nn


class ConvBnRelu(nn.Sequential):
    """Convolution, batch norm, ReLU: the benchmark's order."""

    def __init__(self, channels_in, channels_out, kernel):
        super().__init__(
            nn.Conv2d(channels_in, channels_out, kernel, padding=kernel // 2, bias=False),
            nn.BatchNorm2d(channels_out),
            nn.ReLU(),
        )


OPERATIONS = {
    "conv1x1-bn-relu": lambda channels: ConvBnRelu(channels, channels, 1),
    "conv3x3-bn-relu": lambda channels: ConvBnRelu(channels, channels, 3),
    "maxpool3x3": lambda channels: nn.MaxPool2d(3, stride=1, padding=1),
}

)py";

constexpr std::string_view body = R"py(LAST = len(LABELS) - 1


def sources(target, first=1):
    """The vertices that feed one, without the input, which is projected."""
    return [source for source in range(first, target) if (source, target) in EDGES]


def vertex_channels(channels_in, channels_out):
    """The output's channels are shared among the vertices that are concatenated there, the first ones getting one more
    where that leaves a rest; another vertex is as wide as the widest that it feeds."""
    widths = [channels_in] + [0] * (LAST - 1) + [channels_out]
    joined = sources(LAST)
    for i, vertex in enumerate(joined):
        widths[vertex] = channels_out // len(joined) + (i < channels_out % len(joined))
    for vertex in range(LAST - 1, 0, -1):
        if (vertex, LAST) not in EDGES:
            widths[vertex] = max(widths[to] for to in range(vertex + 1, LAST) if (vertex, to) in EDGES)
    return widths


class Cell(nn.Module):
    """Every vertex applies its operation to the sum of what it is fed, cut to its own width; the input comes through
    a projection. The output concatenates."""

    def __init__(self, channels_in, channels_out):
        super().__init__()
        self.widths = vertex_channels(channels_in, channels_out)
        self.projections = nn.ModuleDict(
            {str(v): ConvBnRelu(channels_in, self.widths[v], 1) for v in range(1, LAST + 1) if (0, v) in EDGES}
        )
        self.operations = nn.ModuleDict({str(v): OPERATIONS[LABELS[v]](self.widths[v]) for v in range(1, LAST)})

    def forward(self, x):
        values = {}
        for v in range(1, LAST):
            terms = [values[source][:, : self.widths[v]] for source in sources(v)]
            if (0, v) in EDGES:
                terms.append(self.projections[str(v)](x))
            values[v] = self.operations[str(v)](sum(terms[1:], terms[0]))
        terms = [torch.cat([values[v] for v in sources(LAST)], 1)] if sources(LAST) else []
        if (0, LAST) in EDGES:
            terms.append(self.projections[str(LAST)](x))
        return sum(terms[1:], terms[0])


class Network(nn.Module):
    """The benchmark's network around the cell; returns the logits."""

    def __init__(self, classes=10, channels=128, cells=3, image_channels=3):
        super().__init__()
        layers = [ConvBnRelu(image_channels, channels, 3)]
        width = channels
        for stack in range(3):
            if stack > 0:
                layers.append(nn.MaxPool2d(2, stride=2))
                channels *= 2
            for _ in range(cells):
                layers.append(Cell(width, channels))
                width = channels
        layers += [nn.AdaptiveAvgPool2d(1), nn.Flatten()]
        self.features = nn.Sequential(*layers)
        self.classifier = nn.Linear(width, classes)

    def forward(self, images):
        return self.classifier(self.features(images))
)py";

} // namespace

std::string nasbench101Python(const NasBench101Form& form)
{
    std::string text(head);
    text += "LABELS = [\"input\"";
    for (int v = 1; v + 1 < form.vertices; ++v)
        text += ", \"" + std::string(NasBench101::operationLabel(form.inner[static_cast<std::size_t>(v) - 1])) + "\"";
    text += ", \"output\"]\n# (source vertex, target vertex)\nEDGES = {";
    std::string_view comma;
    for (int from = 0; from < form.vertices; ++from) {
        for (int to = from + 1; to < form.vertices; ++to) {
            if (!form.edge(from, to))
                continue;
            text += std::string(comma) + "(" + std::to_string(from) + ", " + std::to_string(to) + ")";
            comma = ", ";
        }
    }
    return text + "}\n" + std::string(body);
}

} // namespace inverso
