// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tour_dock.h"

#include "ui/tour/tour_panel.h"
#include "ui/tour/window_stage.h"

#include <QAction>
#include <QMainWindow>

namespace inverso::ui {

TourDock::TourDock(const QString& title, QMainWindow& window, ExplorerState& state, Selection& selection)
    : QDockWidget(title, &window)
    , m_stage(std::make_unique<WindowStage>(window, state, selection))
{
    auto* tour = new TourPanel(*m_stage);
    setObjectName(QStringLiteral("tour"));
    setWidget(tour);
    window.addDockWidget(Qt::LeftDockWidgetArea, this, Qt::Horizontal); // beside the controls it points at
    hide();
    connect(tour, &TourPanel::finished, this, &QWidget::hide);
    connect(toggleViewAction(), &QAction::toggled, this, [this, &window](bool shown) { keepRunWidth(window, shown); });
}

TourDock::~TourDock()
{
    delete widget();
}

// Gives the space of the tour back to the map: the layout would give it to the next column.
void TourDock::keepRunWidth(QMainWindow& window, bool shown)
{
    auto* run = window.findChild<QDockWidget*>(QStringLiteral("run"));
    if (shown)
        m_runWidth = run->width();
    else if (m_runWidth > 0)
        window.resizeDocks({run}, {m_runWidth}, Qt::Horizontal);
}

} // namespace inverso::ui
