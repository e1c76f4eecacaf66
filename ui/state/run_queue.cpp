// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/run_queue.h"

#include "core/base/error.h"
#include "core/session/settings_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

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

QByteArray toJson(const std::vector<RunQueue::Entry>& entries)
{
    QJsonArray list;
    for (const RunQueue::Entry& entry : entries)
        list += QJsonObject{{QStringLiteral("dataset"), QString::fromStdString(entry.dataset)},
                            {QStringLiteral("asks"), entry.asks},
                            // As text: a seed has more digits than a JSON number keeps here.
                            {QStringLiteral("settings"), QString::fromStdString(inverso::toJson(entry.settings))}};
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

std::vector<RunQueue::Entry> queueFromJson(const QByteArray& json)
{
    std::vector<RunQueue::Entry> entries;
    for (const auto& value : QJsonDocument::fromJson(json).array()) {
        const QJsonObject object = value.toObject();
        try {
            entries.push_back({settingsFromJson(object[QLatin1String("settings")].toString().toStdString()),
                               object[QLatin1String("dataset")].toString().toStdString(),
                               object[QLatin1String("asks")].toBool()});
        } catch (const Error&) { // of another version
        }
    }
    return entries;
}

} // namespace inverso::ui
