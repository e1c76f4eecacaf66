// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/tsne.h"

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/projection/affinities.h"
#include "core/projection/principal_plane.h"
#include "core/projection/repulsion.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <string>

namespace inverso {

namespace {

constexpr double startSpread = 1e-4;
constexpr float earlyMomentum = 0.5F;
constexpr float lateMomentum = 0.8F;
constexpr std::size_t rowsTogether = 1024;
constexpr std::size_t updatesTogether = 65536;

void check(const Matrix& points, const TsneSettings& settings)
{
    if (points.rows == 0 || points.columns == 0)
        throw Error("There are no points to map; give some.");
    if (!(settings.perplexity >= 1.0))
        throw UsageError("The perplexity " + std::to_string(settings.perplexity) + " is too low; the minimum is 1.");
    if (3.0 * settings.perplexity + 2.0 > static_cast<double>(points.rows))
        throw UsageError("There are " + std::to_string(points.rows) + " points: too few for a perplexity of "
                         + std::to_string(std::lround(settings.perplexity))
                         + ", which needs at least three times as many plus 2; lower it.");
    if (!(settings.exaggeration >= 1.0) || !(settings.learningRate >= 0.0) || settings.iterations < 0)
        throw UsageError("The exaggeration must be at least 1, the learning rate and the iterations at least 0.");
}

std::size_t neighbourCount(const Matrix& points, double perplexity)
{
    return std::min(points.rows - 1, static_cast<std::size_t>(3.0 * perplexity + 1.0));
}

Affinities findAffinities(const Matrix& points, const TsneSettings& settings, const ProgressSink& progress,
                          const std::stop_token& stop)
{
    NeighbourSettings search;
    search.count = neighbourCount(points, settings.perplexity);
    search.seed = settings.seed;
    search.threads = settings.threads;
    Neighbours neighbours = nearestNeighbours(points, search, progress, stop);
    if (progress)
        progress({"Weighing neighbours", -1.0, {}});
    return affinities(std::move(neighbours), settings.perplexity, settings.threads, stop);
}

Matrix startOf(const Matrix& points, const TsneSettings& settings, const std::stop_token& stop)
{
    if (settings.start == TsneSettings::Start::PrincipalPlane)
        return principalPlane(points, startSpread, settings.threads, stop);
    Matrix start(points.rows, 2);
    Rng(settings.seed).split("t-SNE start").fillNormal(start.values);
    for (float& value : start.values)
        value *= static_cast<float>(startSpread);
    return start;
}

void stopIf(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Cancelled();
}

} // namespace

struct Tsne::State
{
    State(Affinities p, const TsneSettings& chosen)
        : settings(chosen)
        , affinities(std::move(p))
        , place(affinities.points())
        , velocity(affinities.points())
        , gain(affinities.points())
        , attraction(affinities.points())
        , repulsion(affinities.points())
    {
        if (settings.learningRate == 0.0)
            settings.learningRate =
                std::max(static_cast<double>(affinities.points()) / settings.exaggeration / 4.0, 50.0);
    }

    void iterate(const std::stop_token& stop);
    void attract();
    void move(const kernels::Descent& descent);
    /// Calls task(begin, end) for ranges of points.
    template <typename Task> void inRanges(std::size_t together, const Task& task) const
    {
        const std::size_t n = affinities.points();
        parallelFor(settings.threads, (n + together - 1) / together,
                    [&](std::size_t i) { task(i * together, std::min(n, (i + 1) * together)); });
    }

    TsneSettings settings;
    Affinities affinities;
    Repulsion field;
    PlanePoints place;
    PlanePoints velocity;
    PlanePoints gain;
    PlanePoints attraction;
    PlanePoints repulsion;
    int iteration = 0;
};

void Tsne::State::attract()
{
    inRanges(rowsTogether, [this](std::size_t begin, std::size_t end) {
        kernels::attract(affinities.rows(begin, end), place.x.data(), place.y.data(), attraction.x.data(),
                         attraction.y.data());
    });
}

void Tsne::State::move(const kernels::Descent& descent)
{
    inRanges(updatesTogether, [&](std::size_t begin, std::size_t end) {
        const auto axis = [&](std::vector<float> PlanePoints::*a) {
            kernels::descend(descent, (attraction.*a).data() + begin, (repulsion.*a).data() + begin,
                             (place.*a).data() + begin, (velocity.*a).data() + begin, (gain.*a).data() + begin,
                             end - begin);
        };
        axis(&PlanePoints::x);
        axis(&PlanePoints::y);
    });
}

void Tsne::State::iterate(const std::stop_token& stop)
{
    stopIf(stop);
    const double z = field.evaluate(place, repulsion, settings.threads);
    stopIf(stop);
    attract();
    stopIf(stop);
    const bool early = iteration < settings.exaggerationIterations;
    move({.exaggeration = early ? static_cast<float>(settings.exaggeration) : 1.0F,
          .inverseZ = static_cast<float>(1.0 / std::max(z, 1e-30)),
          .momentum = early ? earlyMomentum : lateMomentum,
          .learningRate = static_cast<float>(settings.learningRate)});
    ++iteration;
}

Tsne::Tsne(const Matrix& points, const TsneSettings& settings, const ProgressSink& progress, std::stop_token stop)
{
    check(points, settings);
    m_state = std::make_unique<State>(findAffinities(points, settings, progress, stop), settings);
    moveTo(startOf(points, settings, stop));
}

Tsne::~Tsne() = default;
Tsne::Tsne(Tsne&&) noexcept = default;
Tsne& Tsne::operator=(Tsne&&) noexcept = default;

void Tsne::step(int count, const std::stop_token& stop)
{
    for (int i = 0; i < count; ++i)
        m_state->iterate(stop);
}

void Tsne::moveTo(const Matrix& positions)
{
    State& s = *m_state;
    if (positions.rows != points() || positions.columns != 2)
        throw UsageError("The map has " + std::to_string(points()) + " points, but " + std::to_string(positions.rows)
                         + " × " + std::to_string(positions.columns)
                         + " positions were given; give two numbers per point.");
    if (!std::ranges::all_of(positions.values, [](float value) { return std::isfinite(value); }))
        throw Error("A position to start from is not a finite number; start from the principal plane instead.");
    for (std::size_t i = 0; i < positions.rows; ++i) {
        s.place.x[i] = positions(i, 0);
        s.place.y[i] = positions(i, 1);
    }
    for (auto axis : {&PlanePoints::x, &PlanePoints::y}) {
        std::ranges::fill(s.velocity.*axis, 0.0F);
        std::ranges::fill(s.gain.*axis, 1.0F);
    }
}

const TsneSettings& Tsne::settings() const
{
    return m_state->settings;
}

int Tsne::iteration() const
{
    return m_state->iteration;
}

std::size_t Tsne::points() const
{
    return m_state->place.size();
}

Matrix Tsne::positions() const
{
    Matrix result(points(), 2);
    for (std::size_t i = 0; i < result.rows; ++i) {
        result(i, 0) = m_state->place.x[i];
        result(i, 1) = m_state->place.y[i];
    }
    return result;
}

double Tsne::klDivergence()
{
    State& s = *m_state;
    const double z = s.field.evaluate(s.place, s.repulsion, s.settings.threads);
    // Σ p ln(p/q) with q = 1/(Z (1+d²)) and Σ p = 1.
    std::vector<double> parts((points() + rowsTogether - 1) / rowsTogether);
    s.inRanges(rowsTogether, [&](std::size_t begin, std::size_t end) {
        const kernels::SparseRows rows = s.affinities.rows(begin, end);
        parts[begin / rowsTogether] =
            kernels::logDistances(rows, s.place.x.data(), s.place.y.data()) + kernels::negativeEntropy(rows);
    });
    return std::accumulate(parts.begin(), parts.end(), 0.0) + std::log(z);
}

TsneResult tsne(const Matrix& points, const TsneSettings& settings, const ProgressSink& progress, std::stop_token stop,
                const TsneWatcher& watcher, int every)
{
    const auto begin = std::chrono::steady_clock::now();
    Tsne map(points, settings, progress, stop);
    std::string known; // text of the last divergence, which is not computed every time
    while (!map.finished()) {
        map.step(1, stop);
        const int iteration = map.iteration();
        if (map.finished() || (every > 0 && iteration % every == 0)) {
            const double divergence = map.klDivergence();
            known = ", KL divergence " + std::to_string(divergence);
            if (watcher)
                watcher({iteration, divergence, map.positions()});
        }
        if (progress)
            progress({"Arranging the map", static_cast<double>(iteration) / settings.iterations,
                      "iteration " + std::to_string(iteration) + known});
    }
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
    return {map.positions(), map.klDivergence(), elapsed.count()};
}

} // namespace inverso
