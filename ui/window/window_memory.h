// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"
#include "ui/base/form_values.h"
#include "ui/base/view_places.h"
#include "ui/map/map_panel.h"
#include "ui/plots/plot_views.h"

#include <QByteArray>
#include <QMap>

#include <optional>

namespace inverso::ui {

class MainWindow;

/// The state of a window's widgets that is not in ExplorerState: saved before they are created again in another
/// language, and restored in the new ones.
class WindowMemory
{
public:
    /// Leaves the page of the tour and presentation mode, which the new widgets enter again.
    explicit WindowMemory(MainWindow& window);
    void putBack(MainWindow& window) const;
    void putBackDocks(MainWindow& window) const;
    void putBackPlaces(MainWindow& window) const;

private:
    struct Sorting
    {
        int column = -1;
        Qt::SortOrder order = Qt::AscendingOrder;
    };

    QByteArray m_docks;
    bool m_presentation = false;
    QString m_focus; ///< object name
    FormValues m_fields;
    MapPanel::View m_map;
    std::optional<CellIndex> m_pinned; ///< in the comparison
    QMap<QString, Sorting> m_sorting;  ///< of tables by their names
    QMap<QString, QString> m_notices;  ///< sentences by the names of their bars
    PlotViews m_plots;
    ViewPlaces m_places;
};

} // namespace inverso::ui
