// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include "core/base/thread_limit.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace inverso {

int hardwareThreads()
{
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

namespace {

/// How many threads work on some tasks, and what each of them may use.
struct Share
{
    Share(int threads, std::size_t tasks)
    {
        const int allowed = ThreadLimit::allowed(threads);
        workers = std::min(tasks, static_cast<std::size_t>(allowed));
        each = allowed / std::max(1, static_cast<int>(workers));
    }

    std::size_t workers;
    int each;
};

} // namespace

void parallelFor(int threads, std::size_t count, const std::function<void(std::size_t)>& task)
{
    const Share share(threads, count);
    std::atomic<std::size_t> next = 0;
    std::exception_ptr failure;
    std::mutex failureMutex; // protects failure
    const auto work = [&] {
        const ThreadLimit limit(share.each);
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
        for (std::size_t i = 1; i < share.workers; ++i)
            others.emplace_back(work);
        work();
    }
    if (failure)
        std::rethrow_exception(failure);
}

namespace {

/// Which chains are being worked on, and how many links each has finished.
class ChainQueue
{
public:
    ChainQueue(std::size_t chains, std::size_t length)
        : m_length(length)
        , m_done(chains, 0)
        , m_busy(chains, false)
    {
    }

    struct Link
    {
        std::size_t chain = 0;
        std::size_t index = 0;
    };
    /// The next link of the idle chain with the fewest finished links; none when other threads do all that is left.
    std::optional<Link> take()
    {
        const std::lock_guard lock(m_mutex);
        std::optional<std::size_t> least;
        for (std::size_t i = 0; i < m_done.size(); ++i)
            if (!m_busy[i] && m_done[i] < m_length && (!least || m_done[i] < m_done[*least]))
                least = i;
        if (!least || m_failure)
            return std::nullopt;
        m_busy[*least] = true;
        return Link{*least, m_done[*least]};
    }
    void finish(std::size_t chain)
    {
        const std::lock_guard lock(m_mutex);
        ++m_done[chain];
        m_busy[chain] = false;
    }
    void fail(std::exception_ptr failure)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_failure)
            m_failure = std::move(failure);
    }
    /// The number of links that every chain has finished.
    [[nodiscard]] std::size_t doneByAll() const
    {
        const std::lock_guard lock(m_mutex);
        return m_done.empty() ? m_length : *std::ranges::min_element(m_done);
    }
    void rethrow() const
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
    }

private:
    mutable std::mutex m_mutex; // protects m_done, m_busy, m_failure
    std::size_t m_length;
    std::vector<std::size_t> m_done;
    std::vector<bool> m_busy;
    std::exception_ptr m_failure;
};

} // namespace

void parallelChains(int threads, std::size_t chains, std::size_t length,
                    const std::function<void(std::size_t chain, std::size_t link)>& task,
                    const std::function<void(std::size_t done)>& reached)
{
    const Share share(threads, chains);
    ChainQueue queue(chains, length);
    std::size_t reported = 0;
    const auto report = [&] {
        for (const std::size_t done = queue.doneByAll(); reported < done;)
            reached(++reported);
    };
    const auto work = [&](bool reports) {
        const ThreadLimit limit(share.each);
        try {
            while (const auto link = queue.take()) {
                task(link->chain, link->index);
                queue.finish(link->chain);
                if (reports)
                    report();
            }
        } catch (...) {
            queue.fail(std::current_exception());
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < share.workers; ++i)
            others.emplace_back(work, false);
        work(true);
    }
    queue.rethrow();
    report();
}

} // namespace inverso
