// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projection/affinities.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace inverso {

namespace {

constexpr std::size_t rowsTogether = 512;

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

/// Rows of the transposed of an n × k neighbour matrix. Sources rise within a row, as they are met in order.
struct Transposed
{
    std::vector<std::size_t> begin;
    std::vector<std::uint32_t> source;
    std::vector<float> value;
};

Transposed transpose(const Neighbours& neighbours, const std::vector<float>& conditional)
{
    Transposed result;
    result.begin.assign(neighbours.points() + 1, 0);
    for (const std::uint32_t j : neighbours.index)
        ++result.begin[j + 1];
    std::partial_sum(result.begin.begin(), result.begin.end(), result.begin.begin());
    result.source.resize(neighbours.index.size());
    result.value.resize(neighbours.index.size());
    std::vector<std::size_t> next(result.begin.begin(), result.begin.end() - 1);
    for (std::size_t at = 0; at < neighbours.index.size(); ++at) {
        const std::size_t to = next[neighbours.index[at]]++;
        result.source[to] = static_cast<std::uint32_t>(at / neighbours.count);
        result.value[to] = conditional[at];
    }
    return result;
}

using Row = std::vector<std::pair<std::uint32_t, float>>;

/// Row i of P + Pᵀ by rising column.
void mergeRow(const Neighbours& neighbours, const std::vector<float>& conditional, const Transposed& transposed,
              std::size_t i, Row& row)
{
    row.clear();
    for (std::size_t at = i * neighbours.count; at < (i + 1) * neighbours.count; ++at)
        row.emplace_back(neighbours.index[at], conditional[at]);
    std::ranges::sort(row);
    const std::size_t own = row.size();
    std::size_t k = 0;
    for (std::size_t at = transposed.begin[i]; at < transposed.begin[i + 1]; ++at) {
        while (k < own && row[k].first < transposed.source[at])
            ++k;
        if (k < own && row[k].first == transposed.source[at])
            row[k].second += transposed.value[at];
        else
            row.emplace_back(transposed.source[at], transposed.value[at]);
    }
    std::ranges::inplace_merge(row, row.begin() + static_cast<std::ptrdiff_t>(own));
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

Affinities affinities(const Neighbours& neighbours, double perplexity, int threads, const std::stop_token& stop)
{
    const std::size_t n = neighbours.points();
    const std::size_t k = neighbours.count;
    std::vector<float> conditional(n * k);
    inRows(n, threads, stop, [&](std::size_t i) {
        calibrate(std::span(neighbours.squaredDistance).subspan(i * k, k), perplexity,
                  std::span(conditional).subspan(i * k, k));
    });
    const Transposed transposed = transpose(neighbours, conditional);

    Affinities result;
    result.rowBegin.assign(n + 1, 0);
    inRows(n, threads, stop, [&](std::size_t i) {
        thread_local Row row;
        mergeRow(neighbours, conditional, transposed, i, row);
        result.rowBegin[i + 1] = row.size();
    });
    std::partial_sum(result.rowBegin.begin(), result.rowBegin.end(), result.rowBegin.begin());
    result.column.resize(result.rowBegin[n]);
    result.value.resize(result.rowBegin[n]);
    const float scale = 0.5F / static_cast<float>(n);
    inRows(n, threads, stop, [&](std::size_t i) {
        thread_local Row row;
        mergeRow(neighbours, conditional, transposed, i, row);
        for (std::size_t j = 0; j < row.size(); ++j) {
            result.column[result.rowBegin[i] + j] = row[j].first;
            result.value[result.rowBegin[i] + j] = scale * row[j].second;
        }
    });
    return result;
}

} // namespace inverso
