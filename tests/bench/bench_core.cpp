// SPDX-License-Identifier: GPL-3.0-or-later
// What a search spends its time on, beside the arithmetic floor: the counter "floor" is the time that the
// floating-point operations of the matrix products alone take at the rate of a 1024³ product, measured here.
#include "core/base/parallel.h"
#include "core/model/inn.h"
#include "core/model/kernels.h"
#include "core/model/latent_space.h"
#include "core/model/runtime.h"
#include "core/model/weights.h"
#include "core/optim/adam.h"
#include "core/training/create_model.h"
#include "core/training/pretraining.h"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cmath>
#include <filesystem>

using namespace inverso;

namespace {

/// Operations a second of one thread's matrix products.
double productRate()
{
    static const double rate = [] {
        constexpr std::size_t n = 1024;
        const std::vector<float> a(n * n, 1.0F);
        std::vector<float> c(n * n);
        double best = 0.0;
        for (int i = 0; i < 5; ++i) {
            const auto start = std::chrono::steady_clock::now();
            kernels::multiply(a.data(), false, a.data(), false, c.data(), n, n, n, 0.0F);
            const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
            best = std::max(best, 2.0 * n * n * n / seconds.count());
        }
        return best;
    }();
    return rate;
}

/// Operations of one forward pass of a row.
double forwardOperations(const InnSettings& s)
{
    const double half = s.dimension / 2.0;
    const double subnet =
        half * s.hiddenWidth + (s.hiddenLayers - 1.0) * s.hiddenWidth * s.hiddenWidth + s.hiddenWidth * 2.0 * half;
    return 2.0 * subnet * 2.0 * s.blocks;
}

const std::shared_ptr<const LatentSpace>& latents()
{
    static const auto loaded = LatentSpace::load(findWeights("nasbench201", "default"));
    return loaded;
}

std::vector<LabelledCell> labels(std::size_t count)
{
    std::vector<LabelledCell> labelled;
    for (const CellIndex cell : Rng(1).sample(15625, count))
        labelled.push_back({cell, 90.0 + std::sin(static_cast<double>(cell))});
    return labelled;
}

void setFloor(benchmark::State& state, double operations)
{
    state.counters["floor"] = benchmark::Counter(operations / productRate());
}

void innStep(benchmark::State& state, const InnSettings& settings)
{
    const auto rows = static_cast<std::size_t>(state.range(0));
    Inn network(settings, Rng(1));
    Adam adam(network.parameters().size(), 1e-2);
    Matrix x(rows, network.dimension());
    Rng(2).fillNormal(x.values);
    Inn::Tape tape;
    for (auto _ : state) {
        const Matrix out = network.forward(x, &tape);
        network.clearGradient();
        network.forwardGradient(tape, out);
        adam.step(network.parameters(), network.gradient(), 1e-9);
    }
    setFloor(state, 3.0 * forwardOperations(settings) * static_cast<double>(rows));
}

void fitModel(benchmark::State& state)
{
    ModelChoice choice;
    choice.threads = static_cast<int>(state.range(0));
    const auto labelled = labels(100);
    const auto model = createModel(choice, Purpose::Search, 0, latents());
    model->fit(labelled, {}, {}, {});
    for (auto _ : state)
        model->refit(labelled, {}, {}, {});
}

void generate(benchmark::State& state)
{
    ModelChoice choice;
    choice.threads = static_cast<int>(state.range(0));
    const auto model = createModel(choice, Purpose::Search, 0, latents());
    model->fit(labels(100), {}, {}, {});
    for (auto _ : state)
        benchmark::DoNotOptimize(model->propose(100, admitting([](CellIndex) { return true; }), {}));
}

void predictSpace(benchmark::State& state)
{
    ModelChoice choice;
    choice.threads = static_cast<int>(state.range(0));
    const auto model = createModel(choice, Purpose::Search, 0, latents());
    model->fit(labels(100), {}, {}, {});
    for (auto _ : state)
        benchmark::DoNotOptimize(model->predictAll());
}

void invertTarget(benchmark::State& state)
{
    const auto model = createModel({}, Purpose::Search, 0, latents());
    model->fit(labels(100), {}, {}, {});
    Rng rng(1);
    InversionSettings settings;
    settings.count = 32;
    settings.draws = 256;
    for (auto _ : state)
        benchmark::DoNotOptimize(model->invert(90.0, settings, rng, {}));
}

void pretrainEpoch(benchmark::State& state)
{
    PretrainingSettings settings;
    settings.threads = 1;
    settings.overrides = {{"epochs", "1"}};
    const auto out = std::filesystem::temp_directory_path() / "inverso-bench.safetensors";
    for (auto _ : state)
        (void)pretrain(searchSpace("nasbench201"), settings, out, {}, {});
    std::filesystem::remove(out);
}

constexpr InnSettings defaultNetwork{
    .dimension = 128, .blocks = 4, .hiddenLayers = 2, .hiddenWidth = 64, .headGain = 0.1};
constexpr InnSettings thesisNetwork{
    .dimension = 128, .blocks = 4, .hiddenLayers = 4, .hiddenWidth = 128, .headGain = 1.0};

BENCHMARK_CAPTURE(innStep, default, defaultNetwork)->Arg(64)->Arg(128)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(innStep, thesis, thesisNetwork)->Arg(64)->Unit(benchmark::kMillisecond);
BENCHMARK(fitModel)->Name("retraining round, 100 labels")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(generate)->Name("generation of 100 cells")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(predictSpace)
    ->Name("prediction of the whole space")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(invertTarget)->Name("32 cells for a target")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(pretrainEpoch)
    ->Name("pre-training, one epoch and its evaluation")
    ->Iterations(1)
    ->Unit(benchmark::kSecond)
    ->UseRealTime();

} // namespace

int main(int argc, char** argv)
{
    setThreads(1);
    benchmark::Initialize(&argc, argv);
    benchmark::AddCustomContext("product rate, one thread (GFLOP/s)", std::to_string(productRate() / 1e9));
    benchmark::RunSpecifiedBenchmarks();
}
