// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panes.h"

#include "ui/candidates/candidates_panel.h"
#include "ui/candidates/favourite_action.h"
#include "ui/candidates/favourites_panel.h"
#include "ui/candidates/filter_panel.h"
#include "ui/inspector/compare_panel.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inversion/inversion_panel.h"
#include "ui/plots/losses_pane.h"
#include "ui/plots/regression_plot.h"
#include "ui/plots/search_curve_pane.h"
#include "ui/run/advanced_settings.h"
#include "ui/run/round_log.h"
#include "ui/run/run_actions.h"
#include "ui/run/run_panel.h"
#include "ui/run/runs_panel.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QMainWindow>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::Panes)
};

QDockWidget* makePane(QMainWindow& window, const char* name, const QString& title, QWidget* widget)
{
    auto* dock = new QDockWidget(title, &window);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(widget);
    return dock;
}

// Tabbed in one place, the first in front. Each is added as a tab immediately: side by side, even for a moment, they
// would make the window as wide as all of them.
void stack(QMainWindow& window, Qt::DockWidgetArea area, const std::vector<QDockWidget*>& docks)
{
    window.addDockWidget(area, docks.front());
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
    const auto make = [&](const char* name, const QString& title, QWidget* widget) {
        return makePane(window, name, title, widget);
    };
    QDockWidget* run = make("run", Words::tr("Run"), panes.run);
    QDockWidget* cell = make("cell", Words::tr("Cell"), panes.inspector);
    QDockWidget* curve = make("curve", Words::tr("Search curve"), panes.curve);
    QDockWidget* inversion = make("inversion", Words::tr("Inversion"), panes.inversion);
    stack(window, left, {run, make("filter", Words::tr("Filter"), panes.filter)});
    stack(window, right,
          {cell, make("compare", Words::tr("Compare"), panes.compare),
           make("favourites", Words::tr("Favourites"), panes.favourites)});
    stack(window, bottom,
          {curve, make("regression", Words::tr("Regression"), panes.regression),
           make("losses", Words::tr("Losses"), panes.losses),
           make("candidates", Words::tr("Candidates"), panes.candidates), make("runs", Words::tr("Runs"), panes.runs),
           make("log", Words::tr("Log"), panes.log)});
    window.addDockWidget(bottom, inversion, Qt::Horizontal);
    window.setTabPosition(bottom, QTabWidget::North);
    window.setTabPosition(left, QTabWidget::North);
    window.setTabPosition(right, QTabWidget::North);
    window.resizeDocks({run, cell}, {280, 330}, Qt::Horizontal);
    window.resizeDocks({curve, inversion}, {500, 680}, Qt::Horizontal);
    window.resizeDocks({curve}, {330}, Qt::Vertical);
    return panes;
}

QSet<QString> settingsFields(std::span<const MethodInfo> methods)
{
    return AdvancedSettings::fieldNames(methods).unite(
        {QStringLiteral("dataset"), QStringLiteral("method"), QStringLiteral("budget"), QStringLiteral("seed"),
         QStringLiteral("askMe"), QStringLiteral("count"), QStringLiteral("noise"), QStringLiteral("inversionSeed")});
}

} // namespace inverso::ui
