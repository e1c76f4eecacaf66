// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/progress.h"

#include <cstdint>

namespace inverso {

/// The k nearest other points of each of n points by Euclidean distance, nearest first; equal distances by index.
struct Neighbours
{
    std::size_t count = 0;              ///< k
    std::vector<std::uint32_t> index;   ///< n × k
    std::vector<float> squaredDistance; ///< n × k

    [[nodiscard]] std::size_t points() const { return count > 0 ? index.size() / count : 0; }
};

struct NeighbourSettings
{
    std::size_t count = 90;        ///< k
    std::size_t exactUpTo = 32768; ///< points; more are searched in inverted lists
    std::size_t probes = 32;       ///< of those lists, how many are looked through for a point
    std::uint64_t seed = 0;        ///< of the sample that the lists are learnt from
    int threads = 0;               ///< 0: all cores; changes no result
};

/// Exact up to `exactUpTo` points: all pairs, as blocked matrix products, O(n²·D). Beyond, points are put into
/// about 1.5·√n lists by k-means and the `probes` lists nearest to each point are searched for it, with the same
/// products (Jégou, Douze & Schmid 2011, section IV, without the quantisation): unlike a graph index the
/// result is the same for any number of threads. Our own code, because no library was better
/// (tests/bench/bench_libraries, one core, medians of three, 91 neighbours of the 15,625 latents of NAS-Bench-201, 128
/// dimensions): all pairs 3.6 s, lists 1.4 s (recall 0.986), hnswlib 3.8 s (0.999), nanoflann 34 s (one run).
/// Throws UsageError when k is 0 or there are not more than k points, Error for numbers that are not finite, Cancelled.
Neighbours nearestNeighbours(const Matrix& points, const NeighbourSettings& settings, const ProgressSink& progress = {},
                             std::stop_token stop = {});

} // namespace inverso
