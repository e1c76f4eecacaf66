// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>

namespace inverso {

/// How long an OnceCache keeps an object.
enum class Keep {
    Always,
    WhileUsed ///< until the last user of the object drops it
};

/// Objects by name that take long to make. The first caller makes an object, all later callers share it. Any thread may
/// call.
template <typename T> class OnceCache
{
public:
    using Shared = std::shared_ptr<const T>;

    explicit OnceCache(Keep keep = Keep::Always)
        : m_keep(keep)
    {
    }

    /// The object of that name, made by `make` if there is none. Concurrent callers wait for the one that makes it,
    /// until their `stop`: then this throws Cancelled. When `make` throws, so does this, and the next caller makes it.
    Shared get(std::string_view name, const std::function<Shared()>& make, const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        Entry& entry = m_entries.try_emplace(std::string(name)).first->second; // stays: entries are not removed
        if (!m_ended.wait(lock, stop, [&] { return !entry.isMaking; }))
            throw Cancelled();
        if (Shared known = entry.object.lock())
            return known;
        entry.isMaking = true;
        lock.unlock();
        const auto end = [&](const Shared& made) {
            lock.lock();
            entry.isMaking = false;
            entry.object = made;
            if (m_keep == Keep::Always)
                entry.kept = made;
            m_ended.notify_all();
        };
        try {
            const Shared made = make();
            end(made);
            return made;
        } catch (...) {
            end(nullptr);
            throw;
        }
    }

private:
    struct Entry
    {
        bool isMaking = false;
        std::weak_ptr<const T> object;
        Shared kept;
    };

    const Keep m_keep;
    std::mutex m_mutex; // protects m_entries
    std::condition_variable_any m_ended;
    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace inverso
