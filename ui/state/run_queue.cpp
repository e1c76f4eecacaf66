// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/run_queue.h"

#include <algorithm>

namespace inverso::ui {

void RunQueue::add(Entry entry)
{
    if (m_entries.empty())
        m_held = false;
    m_entries.push_back(std::move(entry));
    emit changed();
}

std::optional<RunQueue::Entry> RunQueue::take()
{
    if (m_entries.empty() || m_held)
        return std::nullopt;
    Entry next = std::move(m_entries.front());
    m_entries.erase(m_entries.begin());
    emit changed();
    return next;
}

void RunQueue::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    emit changed();
}

void RunQueue::remove(std::size_t place)
{
    if (place >= m_entries.size())
        return;
    m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(place));
    emit changed();
}

void RunQueue::move(std::size_t place, int by)
{
    if (place >= m_entries.size())
        return;
    const auto last = static_cast<int>(m_entries.size()) - 1;
    const int to = std::clamp(static_cast<int>(place) + by, 0, last);
    Entry entry = std::move(m_entries[place]);
    m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(place));
    m_entries.insert(m_entries.begin() + to, std::move(entry));
    emit changed();
}

void RunQueue::clear()
{
    if (m_entries.empty())
        return;
    m_entries.clear();
    emit changed();
}

} // namespace inverso::ui
