// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/progress.h"

#include <cstdint>
#include <memory>

namespace inverso {

struct TsneSettings
{
    enum class Start : std::uint8_t { PrincipalPlane, Random };

    double perplexity = 30.0;         ///< effective number of neighbours; 1 … (n−2)/3
    int iterations = 1000;            ///< in total; Tsne::step() may do more
    int exaggerationIterations = 250; ///< the first of them, with attraction × exaggeration and momentum 0.5
    double exaggeration = 12.0;
    double learningRate = 0.0;           ///< 0: max(n / exaggeration / 4, 50), as scikit-learn's "auto"
    Start start = Start::PrincipalPlane; ///< with standard deviation 1e-4 along the first axis
    std::uint64_t seed = 0;              ///< of a random start, and of the neighbour lists of many points
    int threads = 0;                     ///< 0: all cores; does not change results
};

/// A map of points in the plane that can be watched while it forms, paused and resumed.
///
/// t-SNE (van der Maaten & Hinton 2008): neighbours and their probabilities are found once, by the constructor;
/// step() descends the Kullback–Leibler divergence KL(P‖Q). The repulsive forces are those of a grid (Linderman et
/// al. 2019; see Repulsion), so that an iteration takes O(n·perplexity). The optimiser and its constants are
/// scikit-learn's. On one machine the same settings and seed give the same map for any number of threads and any
/// division of the iterations into steps.
///
/// One object belongs to one thread at a time; it starts workers of its own.
class Tsne
{
public:
    /// `points`: n × D, not kept. Throws UsageError when n is too small for the perplexity or a setting is out of
    /// range, Error when there is no point or a number that is not finite, Cancelled. Progress phases: "Finding
    /// neighbours", "Weighing neighbours".
    Tsne(const Matrix& points, const TsneSettings& settings, const ProgressSink& progress = {},
         std::stop_token stop = {});
    ~Tsne();
    Tsne(Tsne&&) noexcept;
    Tsne& operator=(Tsne&&) noexcept;

    /// `count` more iterations. Throws Cancelled within an iteration; those done before stay. Throws Error when the
    /// map diverges (a far too high learning rate).
    void step(int count, const std::stop_token& stop = {});
    /// Continues from other positions (n × 2), with velocities and gains as at the start, so that a map of changed
    /// points can begin at the old one. Throws UsageError for another shape, Error for numbers that are not finite.
    void moveTo(const Matrix& positions);

    [[nodiscard]] const TsneSettings& settings() const;
    [[nodiscard]] int iteration() const; ///< done so far
    [[nodiscard]] bool finished() const { return iteration() >= settings().iterations; }
    [[nodiscard]] std::size_t points() const;
    /// n × 2, a copy; about as far across as √n.
    [[nodiscard]] Matrix positions() const;
    /// KL(P‖Q) in nats of the positions as they are, without exaggeration; as long as an iteration to compute.
    [[nodiscard]] double klDivergence();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The progress report of a long run.
struct TsneUpdate
{
    int iteration = 0;
    double klDivergence = 0.0;
    Matrix positions; ///< n × 2
};
using TsneWatcher = std::function<void(const TsneUpdate&)>;

struct TsneResult
{
    Matrix positions; ///< n × 2
    double klDivergence = 0.0;
    double seconds = 0.0;
};

/// The whole t-SNE in one call; `watcher` is called every `every` iterations and after the last. Progress as Tsne, then
/// "Arranging the map". Throws as Tsne.
TsneResult tsne(const Matrix& points, const TsneSettings& settings, const ProgressSink& progress = {},
                std::stop_token stop = {}, const TsneWatcher& watcher = {}, int every = 50);

} // namespace inverso
