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

} // namespace inverso
