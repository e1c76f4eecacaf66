// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace inverso {

int hardwareThreads()
{
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

void parallelFor(int threads, std::size_t count, const std::function<void(std::size_t)>& task)
{
    const std::size_t workers = std::min(count, static_cast<std::size_t>(threads > 0 ? threads : hardwareThreads()));
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::mutex failureMutex; // protects failure
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                task(i);
            } catch (...) {
                const std::lock_guard lock(failureMutex);
                if (!failure)
                    failure = std::current_exception();
            }
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < workers; ++i)
            others.emplace_back(work);
        work();
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace inverso
