// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/search_curve_pane.h"

#include "ui/plots/plot_bar.h"
#include "ui/state/explorer_state.h"

#include <QMenu>
#include <QVBoxLayout>

namespace inverso::ui {

SearchCurvePane::SearchCurvePane(ExplorerState& state, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_plot(new SearchCurvePlot(state, selection))
    , m_bar(new PlotBar({QStringLiteral("search-curve.csv"), [this] { return m_plot->figureCsv(); }}))
{
    setObjectName(QStringLiteral("searchCurvePane"));
    QMenu* menu = m_bar->addMenu(QStringLiteral("curveShows"), tr("Show"), tr("What the search curve shows"));
    addChoice(*menu, QStringLiteral("showTest"), tr("&Test accuracy"), &SearchCurvePlot::Shows::test);
    addChoice(*menu, QStringLiteral("showQueries"), tr("&Each query"), &SearchCurvePlot::Shows::queries);
    addChoice(*menu, QStringLiteral("showAverages"), tr("&Mean ± sd of seeds"), &SearchCurvePlot::Shows::averages);
    addChoice(*menu, QStringLiteral("showPrinted"), tr("&Printed results"), &SearchCurvePlot::Shows::printed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_plot, 1);
    // Connected after the plot's own connections, so that the plot has already changed.
    const auto update = [this] { m_bar->setHasData(!m_plot->isEmpty()); };
    for (const auto signal : {&ExplorerState::runBegun, &ExplorerState::runAdvanced, &ExplorerState::workspaceChanged,
                              &ExplorerState::datasetChanged})
        connect(&state, signal, this, update);
    connect(&state.archive(), &RunArchive::changed, this, update);
    update();
}

void SearchCurvePane::addChoice(QMenu& menu, const QString& name, const QString& title,
                                bool SearchCurvePlot::Shows::*which)
{
    QAction* action = menu.addAction(title);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(m_plot->shows().*which);
    connect(action, &QAction::toggled, this, [this, which](bool on) {
        SearchCurvePlot::Shows shows = m_plot->shows();
        shows.*which = on;
        m_plot->setShows(shows);
    });
}

} // namespace inverso::ui
