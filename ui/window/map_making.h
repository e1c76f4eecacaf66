// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/map_maker.h"

namespace inverso::ui {

class ExplorerState;
class MapMakerBar;

/// Connects the controls of a live t-SNE with its maker, and its layouts with the map.
class MapMaking : public QObject
{
    Q_OBJECT

public:
    explicit MapMaking(ExplorerState& state, QObject* parent = nullptr);
    /// Sets the controls, which immediately show the progress of a running t-SNE.
    void setBar(MapMakerBar& bar);

private:
    void start(const MapWish& wish);

    ExplorerState& m_state;
    MapMakerBar* m_bar = nullptr;
    MapMaker m_maker;
};

} // namespace inverso::ui
