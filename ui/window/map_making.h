// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/map_maker.h"

namespace inverso::ui {

class ExplorerState;
class MapMakerBar;

/// Ties the controls of a live t-SNE to its maker, and what it makes to the map.
class MapMaking : public QObject
{
    Q_OBJECT

public:
    explicit MapMaking(ExplorerState& state, QObject* parent = nullptr);
    /// The controls, which show at once how far a map is that is being made.
    void setBar(MapMakerBar& bar);

private:
    void start(const MapWish& wish);

    ExplorerState& m_state;
    MapMakerBar* m_bar = nullptr;
    MapMaker m_maker;
};

} // namespace inverso::ui
