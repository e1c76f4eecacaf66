// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace inverso {

/// Things that take long to make, one for a name, made by the first who asks and kept; one is made at a time. Any
/// thread may ask.
template <typename T> class MadeOnce
{
public:
    /// The thing of that name, which `make` makes if there is none yet. Whoever comes meanwhile for what is not there
    /// waits, until `stop`: then it throws Cancelled. What `make` throws is passed on, and the next who asks tries
    /// again.
    const T& get(std::string_view name, const std::function<T()>& make, const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        auto found = m_made.end();
        if (!m_ended.wait(lock, stop, [&] { return (found = m_made.find(name)) != m_made.end() || !m_making; }))
            throw Cancelled();
        if (found != m_made.end())
            return found->second;
        m_making = true;
        lock.unlock();
        std::optional<T> made;
        std::exception_ptr failure;
        try {
            made.emplace(make());
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        m_making = false;
        m_ended.notify_all();
        if (failure)
            std::rethrow_exception(failure);
        return m_made.emplace(std::string(name), std::move(*made)).first->second;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_ended; ///< the making, well or not
    bool m_making = false;               // protected by m_mutex, as what is made
    std::map<std::string, T, std::less<>> m_made;
};

} // namespace inverso
