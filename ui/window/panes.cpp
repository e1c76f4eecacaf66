// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panes.h"

#include "ui/panels/candidates_panel.h"
#include "ui/panels/compare_panel.h"
#include "ui/panels/favourite_action.h"
#include "ui/panels/favourites_panel.h"
#include "ui/panels/filter_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/inversion_panel.h"
#include "ui/panels/round_log.h"
#include "ui/panels/run_actions.h"
#include "ui/panels/run_panel.h"
#include "ui/panels/runs_panel.h"
#include "ui/plots/losses_pane.h"
#include "ui/plots/regression_plot.h"
#include "ui/plots/search_curve_pane.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::Panes)
};

QDockWidget* addPane(QMainWindow& window, const char* name, const QString& title, QWidget* widget,
                     Qt::DockWidgetArea area)
{
    auto* dock = new QDockWidget(title, &window);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(widget);
    window.addDockWidget(area, dock);
    return dock;
}

// In one place, one behind the other; the first is in front.
void stack(QMainWindow& window, const std::vector<QDockWidget*>& docks)
{
    for (std::size_t i = 1; i < docks.size(); ++i)
        window.tabifyDockWidget(docks[i - 1], docks[i]);
    docks.front()->raise();
}

} // namespace

Panes createPanes(QMainWindow& window, const PaneParts& parts)
{
    ExplorerState& state = parts.state;
    Selection& selection = parts.selection;
    const auto layouter = std::make_shared<GraphLayouter>();
    Panes panes;
    panes.run = new RunPanel(state, parts.methods, parts.actions);
    panes.filter = new FilterPanel(state, selection);
    panes.inspector = new InspectorPanel(state, selection, layouter);
    panes.compare = new ComparePanel(state, selection, layouter);
    panes.favourites = new FavouritesPanel(state, selection, parts.undo, parts.star, layouter);
    panes.curve = new SearchCurvePane(state, selection);
    panes.regression = new RegressionPlot(state, selection);
    panes.losses = new LossesPane(state, selection);
    panes.candidates = new CandidatesPanel(state, selection, layouter);
    panes.runs = new RunsPanel(state, selection);
    panes.log = new RoundLog(state, selection);
    panes.inversion = new InversionPanel(state, selection, layouter);

    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    const auto left = Qt::LeftDockWidgetArea;
    const auto right = Qt::RightDockWidgetArea;
    const auto bottom = Qt::BottomDockWidgetArea;
    const auto add = [&](const char* name, const QString& title, QWidget* widget, Qt::DockWidgetArea area) {
        return addPane(window, name, title, widget, area);
    };
    QDockWidget* run = add("run", Words::tr("Run"), panes.run, left);
    QDockWidget* filter = add("filter", Words::tr("Filter"), panes.filter, left);
    QDockWidget* cell = add("cell", Words::tr("Cell"), panes.inspector, right);
    QDockWidget* compare = add("compare", Words::tr("Compare"), panes.compare, right);
    QDockWidget* favourites = add("favourites", Words::tr("Favourites"), panes.favourites, right);
    QDockWidget* curve = add("curve", Words::tr("Search curve"), panes.curve, bottom);
    QDockWidget* inversion = add("inversion", Words::tr("Inversion"), panes.inversion, bottom);
    QDockWidget* regression = add("regression", Words::tr("Regression"), panes.regression, bottom);
    QDockWidget* losses = add("losses", Words::tr("Losses"), panes.losses, bottom);
    QDockWidget* candidates = add("candidates", Words::tr("Candidates"), panes.candidates, bottom);
    QDockWidget* runs = add("runs", Words::tr("Runs"), panes.runs, bottom);
    QDockWidget* log = add("log", Words::tr("Log"), panes.log, bottom);
    window.splitDockWidget(curve, inversion, Qt::Horizontal);
    stack(window, {run, filter});
    stack(window, {cell, compare, favourites});
    stack(window, {curve, regression, losses, candidates, runs, log});
    window.setTabPosition(bottom, QTabWidget::North);
    window.setTabPosition(left, QTabWidget::North);
    window.setTabPosition(right, QTabWidget::North);
    window.resizeDocks({run, cell}, {280, 330}, Qt::Horizontal);
    window.resizeDocks({curve, inversion}, {560, 620}, Qt::Horizontal);
    window.resizeDocks({curve}, {330}, Qt::Vertical);
    return panes;
}

} // namespace inverso::ui
