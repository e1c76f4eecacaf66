// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/affinities.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace inverso {

namespace {

constexpr std::size_t rowsTogether = 512;
constexpr std::size_t pointsTogether = 65536; // points whose rows of the transposed matrix are in memory together

void inRows(std::size_t rows, int threads, const std::stop_token& stop, const std::function<void(std::size_t)>& task)
{
    parallelFor(threads, (rows + rowsTogether - 1) / rowsTogether, [&](std::size_t i) {
        const std::size_t end = std::min(rows, (i + 1) * rowsTogether);
        for (std::size_t row = i * rowsTogether; row < end && !stop.stop_requested(); ++row)
            task(row);
    });
    if (stop.stop_requested())
        throw Cancelled();
}

/// Columns of an n × k neighbour matrix: for each of some points, the points that have it as a neighbour, in ascending
/// order, and the probabilities.
struct Incoming
{
    std::size_t first = 0;          ///< of the points
    std::vector<std::size_t> begin; ///< of each point's entries, and the end of the last's
    std::vector<std::uint32_t> source;
    std::vector<float> value;
};

/// The columns of the points first … end−1: all of them would take as much memory as the matrix.
Incoming incoming(const Neighbours& neighbours, const std::vector<float>& conditional, std::size_t first,
                  std::size_t end)
{
    const std::size_t count = end - first;
    Incoming result;
    result.first = first;
    result.begin.assign(count + 1, 0);
    for (const std::uint32_t j : neighbours.index)
        if (j - first < count) // a smaller j wraps around to a large number
            ++result.begin[j - first + 1];
    std::partial_sum(result.begin.begin(), result.begin.end(), result.begin.begin());
    result.source.resize(result.begin.back());
    result.value.resize(result.begin.back());
    std::vector<std::size_t> next(result.begin.begin(), result.begin.end() - 1);
    for (std::size_t i = 0, at = 0; i < neighbours.points(); ++i) {
        for (const std::size_t rowEnd = at + neighbours.count; at < rowEnd; ++at) {
            const std::size_t j = neighbours.index[at] - first;
            if (j >= count)
                continue;
            const std::size_t to = next[j]++;
            result.source[to] = static_cast<std::uint32_t>(i);
            result.value[to] = conditional[at];
        }
    }
    return result;
}

using Row = std::vector<std::pair<std::uint32_t, float>>;

/// Row i of P + Pᵀ by ascending column.
void mergeRow(const Neighbours& neighbours, const std::vector<float>& conditional, const Incoming& in, std::size_t i,
              Row& row)
{
    row.clear();
    for (std::size_t at = i * neighbours.count; at < (i + 1) * neighbours.count; ++at)
        row.emplace_back(neighbours.index[at], conditional[at]);
    std::ranges::sort(row);
    const std::size_t own = row.size();
    std::size_t k = 0;
    for (std::size_t at = in.begin[i - in.first]; at < in.begin[i - in.first + 1]; ++at) {
        while (k < own && row[k].first < in.source[at])
            ++k;
        if (k < own && row[k].first == in.source[at])
            row[k].second += in.value[at];
        else
            row.emplace_back(in.source[at], in.value[at]);
    }
    std::ranges::inplace_merge(row, row.begin() + static_cast<std::ptrdiff_t>(own));
}

/// Calls use(i, row) for the rows of P + Pᵀ, from several threads.
template <typename Use> void mergeRows(const Neighbours& neighbours, const std::vector<float>& conditional, int threads,
                                       const std::stop_token& stop, const Use& use)
{
    for (std::size_t first = 0; first < neighbours.points(); first += pointsTogether) {
        const std::size_t end = std::min(neighbours.points(), first + pointsTogether);
        const Incoming in = incoming(neighbours, conditional, first, end);
        inRows(end - first, threads, stop, [&](std::size_t i) {
            thread_local Row row;
            mergeRow(neighbours, conditional, in, first + i, row);
            use(first + i, row);
        });
    }
}

/// Replaces the distances by the conditional probabilities.
std::vector<float> conditionalProbabilities(std::vector<float> squaredDistance, std::size_t k, double perplexity,
                                            int threads, const std::stop_token& stop)
{
    inRows(squaredDistance.size() / k, threads, stop, [&](std::size_t i) {
        const std::span row = std::span(squaredDistance).subspan(i * k, k);
        thread_local std::vector<float> distances;
        distances.assign(row.begin(), row.end());
        calibrate(distances, perplexity, row);
    });
    return squaredDistance;
}

} // namespace

double calibrate(std::span<const float> squaredDistances, double perplexity, std::span<float> probabilities)
{
    constexpr double tolerance = 1e-5;
    constexpr int mostSteps = 100;
    const double wanted = std::log(perplexity);
    const double mean = std::accumulate(squaredDistances.begin(), squaredDistances.end(), 0.0)
                            / static_cast<double>(squaredDistances.size())
                        - static_cast<double>(squaredDistances[0]);
    double low = 0.0;
    double high = std::numeric_limits<double>::infinity();
    double beta = mean > 0.0 ? 1.0 / mean : 1.0;
    float sum = 1.0F;
    for (int step = 0; step < mostSteps; ++step) {
        const auto weights = kernels::gaussianWeights(squaredDistances.data(), static_cast<float>(beta),
                                                      probabilities.data(), squaredDistances.size());
        sum = weights.first;
        const double entropy =
            std::log(static_cast<double>(sum)) + beta * static_cast<double>(weights.second / weights.first);
        if (std::abs(entropy - wanted) < tolerance)
            break;
        (entropy > wanted ? low : high) = beta;
        if (high > 1e30)
            beta *= 2.0;
        else
            beta = 0.5 * (low + high);
        if (beta > 1e30) // only the nearest are left, and they are too many
            break;
    }
    for (float& p : probabilities)
        p /= sum;
    return beta;
}

Affinities affinities(Neighbours neighbours, double perplexity, int threads, const std::stop_token& stop)
{
    const std::size_t n = neighbours.points();
    const std::vector<float> conditional =
        conditionalProbabilities(std::move(neighbours.squaredDistance), neighbours.count, perplexity, threads, stop);
    Affinities result;
    result.rowBegin.assign(n + 1, 0);
    mergeRows(neighbours, conditional, threads, stop,
              [&](std::size_t i, const Row& row) { result.rowBegin[i + 1] = row.size(); });
    std::partial_sum(result.rowBegin.begin(), result.rowBegin.end(), result.rowBegin.begin());
    result.column.resize(result.rowBegin[n]);
    result.value.resize(result.rowBegin[n]);
    const float scale = 0.5F / static_cast<float>(n);
    mergeRows(neighbours, conditional, threads, stop, [&](std::size_t i, const Row& row) {
        for (std::size_t j = 0; j < row.size(); ++j) {
            result.column[result.rowBegin[i] + j] = row[j].first;
            result.value[result.rowBegin[i] + j] = scale * row[j].second;
        }
    });
    return result;
}

} // namespace inverso
