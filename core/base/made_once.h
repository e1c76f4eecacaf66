// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>

namespace inverso {

/// Things that take long to make, one for a name, made by the first who asks and kept. Any thread may ask.
template <typename T> class MadeOnce
{
public:
    /// The thing of that name, which `make` makes if there is none yet. Whoever comes meanwhile waits, until `stop`:
    /// then it throws Cancelled. What `make` throws is passed on, and the next who asks tries again.
    const T& get(std::string_view name, const std::function<T()>& make, const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex, std::defer_lock);
        while (!lock.try_lock_for(std::chrono::milliseconds(20))) {
            if (stop.stop_requested())
                throw Cancelled();
        }
        auto found = m_made.find(name);
        if (found == m_made.end())
            found = m_made.emplace(std::string(name), make()).first;
        return found->second;
    }

private:
    std::timed_mutex m_mutex;
    std::map<std::string, T, std::less<>> m_made;
};

} // namespace inverso
