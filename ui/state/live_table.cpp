// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/live_table.h"

#include "core/benchmark/live_name.h"
#include "core/cell/search_space.h"
#include "ui/state/cell_trainings.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::BenchmarkTitle)
};

} // namespace

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

QString benchmarkTitle(const QString& nameOrPath)
{
    const auto live = liveTable(nameOrPath);
    if (!live)
        return QFileInfo(nameOrPath).fileName();
    return titleInSpace(Words::tr("Train live: %1").arg(imagesTitle(live->images)), live->space);
}

QString titleInSpace(const QString& text, const QString& space)
{
    if (space == usualLiveSpace())
        return text;
    return Words::tr("%1 (%2)").arg(text, QString::fromUtf8(searchSpace(space.toStdString()).title()));
}

} // namespace inverso::ui
