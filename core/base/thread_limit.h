// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inverso {

/// Limits the number of threads of the calling thread. During its lifetime, parallelFor() and parallelChains() of this
/// thread use at most `threads` threads, even when called with all cores. The threads that they start divide the limit
/// among themselves. An inner limit can only be lower than an outer one. 0 changes nothing.
class ThreadLimit
{
public:
    explicit ThreadLimit(int threads);
    ~ThreadLimit();
    ThreadLimit(const ThreadLimit&) = delete;
    ThreadLimit& operator=(const ThreadLimit&) = delete;

    /// The number of threads to use when `threads` are requested (0: all cores).
    static int allowed(int threads);

private:
    int m_outer;
};

} // namespace inverso
