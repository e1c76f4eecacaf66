// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/favourites.h"

#include <QByteArray>

namespace inverso::ui {

using FavouritesBySpace = std::map<QString, std::vector<Favourite>>;

/// The favourites as JSON: {"format": "inverso-favourites", "version": 1, "spaces": {space: [{"cell", "note",
/// "added"}]}}.
QByteArray favouritesToJson(const FavouritesBySpace& spaces);

struct ReadFavourites
{
    FavouritesBySpace spaces; ///< the readable part
    bool sound = true;        ///< everything was readable
};
ReadFavourites favouritesFromJson(const QByteArray& json);

} // namespace inverso::ui
