// SPDX-License-Identifier: GPL-3.0-or-later
// Channels and parameters of a cell in the benchmark's network (Ying et al. 2019, and the authors' code).
#include "core/cell/nasbench101.h"

#include <algorithm>

namespace inverso {

namespace {

constexpr int stemChannels = 128;
constexpr int stacks = 3;
constexpr int cellsPerStack = 3;
constexpr int imageChannels = 3;
constexpr int classes = 10;

/// A convolution without bias and its batch normalisation.
std::int64_t convolution(int kernel, std::int64_t inputs, std::int64_t outputs)
{
    return kernel * kernel * inputs * outputs + 2 * outputs;
}

std::int64_t cellParameters(const NasBench101Form& form, int inputs, int outputs)
{
    const std::vector<int> channels = nasbench101Channels(form, inputs, outputs);
    const int last = form.vertices - 1;
    std::int64_t result = 0;
    for (int v = 1; v <= last; ++v) {
        const int width = channels[static_cast<std::size_t>(v)];
        if (form.edge(0, v)) // the cell's input is projected to every vertex that reads it
            result += convolution(1, inputs, width);
        if (v == last)
            break;
        switch (form.inner[static_cast<std::size_t>(v) - 1]) {
        case NasBench101::Conv3x3:
            result += convolution(3, width, width);
            break;
        case NasBench101::Conv1x1:
            result += convolution(1, width, width);
            break;
        default:
            break;
        }
    }
    return result;
}

} // namespace

std::vector<int> nasbench101Channels(const NasBench101Form& form, int inputs, int outputs)
{
    const int last = form.vertices - 1;
    std::vector<int> channels(static_cast<std::size_t>(form.vertices), 0);
    channels.front() = inputs;
    channels.back() = outputs;
    int concatenated = 0;
    for (int v = 1; v < last; ++v)
        concatenated += form.edge(v, last) ? 1 : 0;
    int rest = concatenated > 0 ? outputs % concatenated : 0;
    for (int v = 1; v < last; ++v) {
        if (form.edge(v, last)) {
            channels[static_cast<std::size_t>(v)] = outputs / concatenated + (rest > 0 ? 1 : 0);
            --rest;
        }
    }
    for (int v = last - 1; v > 0; --v) {
        if (form.edge(v, last))
            continue;
        int& width = channels[static_cast<std::size_t>(v)];
        for (int to = v + 1; to < last; ++to) {
            if (form.edge(v, to))
                width = std::max(width, channels[static_cast<std::size_t>(to)]);
        }
    }
    return channels;
}

std::int64_t nasbench101Parameters(const NasBench101Form& form)
{
    std::int64_t result = convolution(3, imageChannels, stemChannels);
    int width = stemChannels;
    for (int stack = 0; stack < stacks; ++stack) {
        const int outputs = stemChannels << stack;
        for (int cell = 0; cell < cellsPerStack; ++cell) {
            result += cellParameters(form, width, outputs);
            width = outputs;
        }
    }
    return result + std::int64_t{width} * classes + classes;
}

} // namespace inverso
