// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/favourites_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace inverso::ui {

namespace {

constexpr int version = 1;
const QLatin1String format("inverso-favourites");

} // namespace

QByteArray favouritesToJson(const FavouritesBySpace& spaces)
{
    QJsonObject bySpace;
    for (const auto& [space, cells] : spaces) {
        QJsonArray list;
        for (const Favourite& favourite : cells) {
            list += QJsonObject{{QStringLiteral("cell"), favourite.cell},
                                {QStringLiteral("note"), favourite.note},
                                {QStringLiteral("added"), favourite.added}};
        }
        bySpace.insert(space, list);
    }
    const QJsonObject root{
        {QStringLiteral("format"), format}, {QStringLiteral("version"), version}, {QStringLiteral("spaces"), bySpace}};
    return QJsonDocument(root).toJson();
}

ReadFavourites favouritesFromJson(const QByteArray& json)
{
    ReadFavourites result;
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    result.sound = root.value(QLatin1String("format")).toString() == format
                   && root.value(QLatin1String("version")).toInt() == version
                   && root.value(QLatin1String("spaces")).isObject();
    const QJsonObject spaces = root.value(QLatin1String("spaces")).toObject();
    for (auto space = spaces.begin(); space != spaces.end(); ++space) {
        result.sound = result.sound && space->isArray();
        for (const auto& value : space->toArray()) {
            const QJsonObject entry = value.toObject();
            const Favourite favourite{entry.value(QLatin1String("cell")).toString(),
                                      entry.value(QLatin1String("note")).toString(),
                                      entry.value(QLatin1String("added")).toString()};
            if (favourite.cell.isEmpty())
                result.sound = false;
            else
                result.spaces[space.key()].push_back(favourite);
        }
    }
    return result;
}

} // namespace inverso::ui
