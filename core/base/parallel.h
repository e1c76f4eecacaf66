// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace inverso {

/// Cores of the machine, at least 1.
int hardwareThreads();

/// Calls task(0) … task(count−1) on up to `threads` threads (0: all cores) and waits for all. Tasks must not
/// depend on each other or share random streams, so that results do not depend on the number of threads.
/// The first exception is rethrown after all have ended.
void parallelFor(int threads, std::size_t count, const std::function<void(std::size_t)>& task);

/// Calls task(chain, 0) … task(chain, length−1) for every chain: the links of a chain in order, the chains in parallel.
/// No chain waits for another, but the one with the fewest finished links continues first, so that no thread is idle
/// for longer than one link takes. When all chains have finished `done` links (1 … length), the calling thread calls
/// reached(done). The first exception of either ends the work and is rethrown.
void parallelChains(int threads, std::size_t chains, std::size_t length,
                    const std::function<void(std::size_t chain, std::size_t link)>& task,
                    const std::function<void(std::size_t done)>& reached);

} // namespace inverso
