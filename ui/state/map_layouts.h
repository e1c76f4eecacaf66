// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/map_layout.h"

#include <QObject>

#include <vector>

namespace inverso::ui {

/// The layouts that the latent map can have, and the one that it has. GUI thread only.
class MapLayouts : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Those there are, at most one of a kind: the ready ones in their order, then the live one.
    [[nodiscard]] std::vector<MapLayoutPtr> available() const;
    /// The one on the map; null without any.
    [[nodiscard]] const MapLayoutPtr& shown() const { return m_shown; }
    [[nodiscard]] const MapLayoutPtr& live() const { return m_live; }

    /// Of other latents: shows the first, or the one of the kind that was shown; a live one is gone.
    void setReady(std::vector<MapLayoutPtr> layouts);
    /// Another state of the live one. One that begins is shown; later states only if it is still shown.
    void setLive(inverso::ui::MapLayoutPtr layout);
    /// Nothing happens when there is none of that kind.
    void show(MapLayout::Kind kind);

signals:
    /// Other kinds are there to choose from.
    void availableChanged();
    /// The cells have other places. `another`: in another layout, not just further on in the live one.
    void shownChanged(bool another);

private:
    std::vector<MapLayoutPtr> m_ready;
    MapLayoutPtr m_live;
    MapLayoutPtr m_shown;
};

} // namespace inverso::ui
