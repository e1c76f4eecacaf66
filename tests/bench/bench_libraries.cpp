// SPDX-License-Identifier: GPL-3.0-or-later
// What this project writes itself against a library that could do it: the neighbours of a map against nanoflann and
// hnswlib, the convolution of small maps against oneDNN. One core each.
#include "core/base/random.h"
#include "core/live/convolution_kernels.h"
#include "core/projection/neighbours.h"
#include "tests/bench/shipped_latents.h"

#include <benchmark/benchmark.h>
#include <hnswlib/hnswlib.h>
#include <nanoflann.hpp>
#include <oneapi/dnnl/dnnl.hpp>

#include <algorithm>
#include <vector>

using namespace inverso;
using bench::latents;
using bench::neighbourCount;

namespace {

const Neighbours& exact()
{
    static const Neighbours found = nearestNeighbours(latents(), {.count = neighbourCount});
    return found;
}

using Found = std::vector<std::vector<std::size_t>>; ///< the neighbours of each point, and perhaps the point itself

/// The mean share of the exact neighbours that were found.
double recallOf(const Found& found)
{
    std::size_t hits = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (std::size_t k = 0; k < neighbourCount; ++k)
            hits += std::ranges::count(found[i], exact().index[i * neighbourCount + k]);
    }
    return static_cast<double>(hits) / static_cast<double>(found.size() * neighbourCount);
}

void ownNeighbours(benchmark::State& state)
{
    const std::size_t exactUpTo = state.range(0) == 0 ? latents().rows : 0;
    Neighbours neighbours;
    for (auto _ : state)
        neighbours = nearestNeighbours(latents(), {.count = neighbourCount, .exactUpTo = exactUpTo, .threads = 1});
    Found found(latents().rows);
    for (std::size_t i = 0; i < neighbours.index.size(); ++i)
        found[i / neighbourCount].push_back(neighbours.index[i]);
    state.counters["recall"] = recallOf(found);
}

/// The rows of a matrix as nanoflann wants them.
struct PointCloud
{
    const Matrix& points;

    [[nodiscard]] std::size_t kdtree_get_point_count() const { return points.rows; }
    [[nodiscard]] float kdtree_get_pt(std::size_t row, std::size_t column) const { return points(row, column); }
    template <typename Box> bool kdtree_get_bbox(Box&) const { return false; }
};

void nanoflannNeighbours(benchmark::State& state)
{
    using Tree =
        nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Adaptor<float, PointCloud>, PointCloud, -1, std::size_t>;
    const Matrix& points = latents();
    const PointCloud cloud{points};
    Found found(points.rows, std::vector<std::size_t>(neighbourCount + 1));
    std::vector<float> distances(neighbourCount + 1);
    for (auto _ : state) {
        const Tree tree(static_cast<int>(points.columns), cloud, nanoflann::KDTreeSingleIndexAdaptorParams(32));
        for (std::size_t i = 0; i < points.rows; ++i)
            tree.knnSearch(points.row(i).data(), neighbourCount + 1, found[i].data(), distances.data());
    }
    state.counters["recall"] = recallOf(found);
}

/// ef of the search is range(0).
void hnswNeighbours(benchmark::State& state)
{
    const Matrix& points = latents();
    Found found;
    for (auto _ : state) {
        hnswlib::L2Space space(points.columns);
        hnswlib::HierarchicalNSW<float> graph(&space, points.rows, 16, 200);
        for (std::size_t i = 0; i < points.rows; ++i)
            graph.addPoint(points.row(i).data(), i);
        graph.setEf(static_cast<std::size_t>(state.range(0)));
        found.assign(points.rows, {});
        for (std::size_t i = 0; i < points.rows; ++i) {
            auto queue = graph.searchKnn(points.row(i).data(), neighbourCount + 1);
            for (; !queue.empty(); queue.pop())
                found[i].push_back(queue.top().second);
        }
    }
    state.counters["recall"] = recallOf(found);
}

// The maps of a cell: 64 images, 8 channels, 7 × 7 points, 3 × 3 convolution.
constexpr int images = 64;
constexpr int channels = 8;
constexpr int side = 7;
constexpr int kernel = 3;

std::vector<float> randomValues(std::size_t count)
{
    Rng rng(1);
    std::vector<float> values(count);
    std::ranges::generate(values, [&] { return static_cast<float>(rng.uniform(-1.0, 1.0)); });
    return values;
}

/// Forward, the gradient of the input, and that of the weights.
void ownConvolution(benchmark::State& state)
{
    const kernels::MapSize size{images, side, side};
    const std::size_t padded = size.padded(kernel / 2).points() * channels;
    const auto input = randomValues(padded);
    const auto gradient = randomValues(padded);
    const auto weights = randomValues(kernel * kernel * channels * channels);
    std::vector<float> transposed(weights.size());
    std::vector<float> weightGradient(weights.size());
    std::vector<float> output(size.points() * channels);
    for (auto _ : state) {
        kernels::convolve(input.data(), size, channels, channels, kernel, weights.data(), output.data());
        kernels::transposeWeights(weights.data(), channels, channels, kernel, transposed.data());
        kernels::convolve(gradient.data(), size, channels, channels, kernel, transposed.data(), output.data());
        kernels::convolveWeightGradient(input.data(), gradient.data(), size, channels, channels, kernel,
                                        weightGradient.data());
        benchmark::ClobberMemory();
    }
}

/// The same with oneDNN, in the layouts that it prefers, so that nothing is reordered.
void oneDnnConvolution(benchmark::State& state)
{
    using dnnl::memory;
    const dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    dnnl::stream stream(engine);
    const auto any = memory::format_tag::any;
    const auto type = memory::data_type::f32;
    const memory::desc map({images, channels, side, side}, type, any);
    const memory::desc weights({channels, channels, kernel, kernel}, type, any);
    const memory::dims strides{1, 1};
    const memory::dims border{1, 1};
    const auto algorithm = dnnl::algorithm::convolution_direct;
    using Forward = dnnl::convolution_forward;
    using Data = dnnl::convolution_backward_data;
    using Weights = dnnl::convolution_backward_weights;
    const Forward::primitive_desc forward(
        Forward::desc(dnnl::prop_kind::forward_training, algorithm, map, weights, map, strides, border, border),
        engine);
    const Data::primitive_desc data(Data::desc(algorithm, map, weights, map, strides, border, border), engine, forward);
    const Weights::primitive_desc weight(Weights::desc(algorithm, map, weights, map, strides, border, border), engine,
                                         forward);
    const auto filled = [&](const memory::desc& desc) {
        memory made(desc, engine);
        const auto values = randomValues(desc.get_size() / sizeof(float));
        std::ranges::copy(values, static_cast<float*>(made.get_data_handle()));
        return made;
    };
    const memory in = filled(forward.src_desc());
    const memory w = filled(forward.weights_desc());
    const memory out = filled(forward.dst_desc());
    const memory dataOut = filled(data.diff_dst_desc());
    const memory dataWeights = filled(data.weights_desc());
    const memory dataIn = filled(data.diff_src_desc());
    const memory weightIn = filled(weight.src_desc());
    const memory weightOut = filled(weight.diff_dst_desc());
    const memory weightGradient = filled(weight.diff_weights_desc());
    const Forward runForward(forward);
    const Data runData(data);
    const Weights runWeights(weight);
    for (auto _ : state) {
        runForward.execute(stream, {{DNNL_ARG_SRC, in}, {DNNL_ARG_WEIGHTS, w}, {DNNL_ARG_DST, out}});
        runData.execute(stream,
                        {{DNNL_ARG_DIFF_DST, dataOut}, {DNNL_ARG_WEIGHTS, dataWeights}, {DNNL_ARG_DIFF_SRC, dataIn}});
        runWeights.execute(
            stream,
            {{DNNL_ARG_SRC, weightIn}, {DNNL_ARG_DIFF_DST, weightOut}, {DNNL_ARG_DIFF_WEIGHTS, weightGradient}});
        stream.wait();
    }
    state.SetLabel(forward.impl_info_str());
}

BENCHMARK(ownNeighbours)->Name("neighbours, ours, all pairs")->Arg(0)->Unit(benchmark::kMillisecond);
BENCHMARK(ownNeighbours)->Name("neighbours, ours, by lists")->Arg(1)->Unit(benchmark::kMillisecond);
BENCHMARK(nanoflannNeighbours)->Name("neighbours, nanoflann")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(hnswNeighbours)
    ->Name("neighbours, hnswlib, ef")
    ->Arg(100)
    ->Arg(200)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(ownConvolution)->Name("convolution with gradients, ours")->Unit(benchmark::kMicrosecond);
BENCHMARK(oneDnnConvolution)->Name("convolution with gradients, oneDNN")->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
