// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/run_queue_json.h"

#include "core/base/error.h"
#include "core/session/settings_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace inverso::ui {

QByteArray toJson(const std::vector<RunQueue::Entry>& entries)
{
    QJsonArray list;
    for (const RunQueue::Entry& entry : entries)
        list += QJsonObject{{QStringLiteral("dataset"), QString::fromStdString(entry.dataset)},
                            {QStringLiteral("asks"), entry.asks},
                            // As text: a seed has more digits than a number of JSON has here.
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
