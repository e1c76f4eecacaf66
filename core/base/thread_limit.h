// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inverso {

/// The number of threads that the calling thread may use. While it lives, parallelFor() and parallelChains() of this
/// thread work on at most `threads` threads, even where they ask for all cores. The threads that they start divide the
/// limit among themselves. An inner limit can only be lower than an outer one. 0 changes nothing.
class ThreadLimit
{
public:
    explicit ThreadLimit(int threads);
    ~ThreadLimit();
    ThreadLimit(const ThreadLimit&) = delete;
    ThreadLimit& operator=(const ThreadLimit&) = delete;

    /// Threads to work on where `threads` are asked for (0: all cores).
    static int allowed(int threads);

private:
    int m_outer;
};

} // namespace inverso
