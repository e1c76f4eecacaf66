// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"

#include <QByteArray>
#include <QObject>

#include <optional>
#include <string>
#include <vector>

namespace inverso::ui {

/// The runs that start after the current one, the next first. GUI thread only.
class RunQueue : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        SearchSettings settings;
        std::string dataset;
        bool asks = false; ///< asks the user for missing labels
    };

    using QObject::QObject;

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    /// No run starts by itself, because the user stopped one.
    [[nodiscard]] bool isHeld() const { return m_held && !m_entries.empty(); }

    void add(Entry entry);
    /// Removes and returns the next one; none if the queue is empty or held.
    std::optional<Entry> take();
    void setHeld(bool held);
    void remove(std::size_t place);
    /// Moves an entry by `by` positions, at most to an end of the queue.
    void move(std::size_t place, int by);
    void clear();

signals:
    void changed();

private:
    std::vector<Entry> m_entries;
    bool m_held = false;
};

/// Queued runs as JSON, and back; an entry that this version cannot read is omitted.
QByteArray toJson(const std::vector<RunQueue::Entry>& entries);
std::vector<RunQueue::Entry> queueFromJson(const QByteArray& json);

} // namespace inverso::ui
