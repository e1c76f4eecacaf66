// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/map_layout.h"

#include <QObject>

#include <vector>

namespace inverso::ui {

/// The available layouts of the latent map, and the current one. GUI thread only.
class MapLayouts : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The available ones, at most one of a kind: the ready ones in their order, then the live one.
    [[nodiscard]] std::vector<MapLayoutPtr> available() const;
    /// The current one; null if there is none.
    [[nodiscard]] const MapLayoutPtr& shown() const { return m_shown; }
    [[nodiscard]] const MapLayoutPtr& live() const { return m_live; }

    /// Sets the layouts of new latents: shows the one of the same kind as before, or the first; removes the live one.
    void setReady(std::vector<MapLayoutPtr> layouts);
    /// Updates the live one. A new one is shown at once; its later states only if it is still shown.
    void setLive(inverso::ui::MapLayoutPtr layout);
    /// Does nothing if there is none of that kind.
    void show(MapLayout::Kind kind);

signals:
    /// The available kinds have changed.
    void availableChanged();
    /// The positions have changed. `another`: to another layout, not only to a later state of the live one.
    void shownChanged(bool another);

private:
    std::vector<MapLayoutPtr> m_ready;
    MapLayoutPtr m_live;
    MapLayoutPtr m_shown;
};

} // namespace inverso::ui
