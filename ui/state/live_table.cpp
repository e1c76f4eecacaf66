// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/live_table.h"

#include "core/benchmark/live_name.h"
#include "core/cell/search_space.h"

namespace inverso::ui {

QString usualLiveSpace()
{
    return QStringLiteral("nasbench201");
}

QStringList liveSpaces()
{
    QStringList spaces{usualLiveSpace()};
    for (const std::string_view space : searchSpaceNames())
        if (const QString name = QString::fromUtf8(space); name != usualLiveSpace())
            spaces += name;
    return spaces;
}

QString liveTableName(const LiveTable& table)
{
    const QString space = table.space == usualLiveSpace() ? QString() : table.space + QLatin1Char(':');
    return QString::fromStdString(liveName((space + table.images).toStdString()));
}

std::optional<LiveTable> liveTable(const QString& name)
{
    if (!isLiveName(name.toStdString()))
        return std::nullopt;
    const QString images = QString::fromStdString(liveImages(name.toStdString()));
    for (const QString& space : liveSpaces()) {
        const QString prefix = space + QLatin1Char(':');
        if (images.startsWith(prefix))
            return LiveTable{space, images.mid(prefix.size())};
    }
    return LiveTable{usualLiveSpace(), images};
}

} // namespace inverso::ui
