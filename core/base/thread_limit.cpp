// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/thread_limit.h"

#include "core/base/parallel.h"

#include <algorithm>

namespace inverso {

namespace {

thread_local int limit = 0; // 0: none

} // namespace

ThreadLimit::ThreadLimit(int threads)
    : m_outer(limit)
{
    if (threads > 0)
        limit = allowed(threads);
}

ThreadLimit::~ThreadLimit()
{
    limit = m_outer;
}

int ThreadLimit::allowed(int threads)
{
    if (limit > 0)
        return threads > 0 ? std::min(threads, limit) : limit;
    return threads > 0 ? threads : hardwareThreads();
}

} // namespace inverso
