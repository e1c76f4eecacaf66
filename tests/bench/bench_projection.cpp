// SPDX-License-Identifier: GPL-3.0-or-later
// What a map of the 15,625 shipped latents spends its time on.
#include "core/base/random.h"
#include "core/model/runtime.h"
#include "core/projection/affinities.h"
#include "core/projection/repulsion.h"
#include "core/projection/tsne.h"
#include "tests/bench/shipped_latents.h"

#include <benchmark/benchmark.h>

using namespace inverso;
using bench::latents;
using bench::neighbourCount;

namespace {

void exactNeighbours(benchmark::State& state)
{
    const Matrix& points = latents();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            nearestNeighbours(points, {.count = neighbourCount, .threads = static_cast<int>(state.range(0))}));
}

void listedNeighbours(benchmark::State& state)
{
    const Matrix& points = latents();
    for (auto _ : state)
        benchmark::DoNotOptimize(nearestNeighbours(
            points, {.count = neighbourCount, .exactUpTo = 0, .threads = static_cast<int>(state.range(0))}));
}

void weigh(benchmark::State& state)
{
    const Neighbours neighbours = nearestNeighbours(latents(), {.count = neighbourCount});
    for (auto _ : state)
        benchmark::DoNotOptimize(affinities(neighbours, 30.0, static_cast<int>(state.range(0))));
}

/// A grid as wide as `range(0)`, from the early map to the finished one.
void repel(benchmark::State& state)
{
    PlanePoints points(latents().rows);
    Rng rng(1);
    for (std::size_t i = 0; i < points.size(); ++i) {
        points.x[i] = static_cast<float>(rng.uniform(0.0, static_cast<double>(state.range(0))));
        points.y[i] = static_cast<float>(rng.uniform(0.0, static_cast<double>(state.range(0))));
    }
    PlanePoints forces(points.size());
    Repulsion repulsion;
    for (auto _ : state)
        benchmark::DoNotOptimize(repulsion.evaluate(points, forces, 1));
}

void wholeMap(benchmark::State& state)
{
    const Matrix& points = latents();
    TsneSettings settings;
    settings.threads = static_cast<int>(state.range(0));
    for (auto _ : state)
        state.counters["KL"] = tsne(points, settings).klDivergence;
}

BENCHMARK(exactNeighbours)->Name("neighbours, all pairs")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(listedNeighbours)->Name("neighbours, by lists")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(weigh)->Name("perplexity of all points")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(repel)->Name("repulsion, map of this width")->Arg(10)->Arg(100)->Arg(200)->Unit(benchmark::kMillisecond);
BENCHMARK(wholeMap)
    ->Name("t-SNE, 1000 iterations")
    ->Arg(1)
    ->Arg(2)
    ->Iterations(1)
    ->Unit(benchmark::kSecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();

} // namespace

int main(int argc, char** argv)
{
    setThreads(1);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
