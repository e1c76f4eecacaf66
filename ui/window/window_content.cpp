// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_content.h"

#include "ui/base/notice_bar.h"
#include "ui/candidates/favourite_action.h"
#include "ui/inversion/inversion_panel.h"
#include "ui/map/label_card.h"
#include "ui/map/map_panel.h"
#include "ui/run/run_actions.h"
#include "ui/run/run_panel.h"
#include "ui/run/run_status.h"
#include "ui/state/settings_history.h"
#include "ui/window/centre.h"
#include "ui/window/main_window.h"
#include "ui/window/map_making.h"
#include "ui/window/opening.h"
#include "ui/window/pane_connections.h"
#include "ui/window/presentation.h"
#include "ui/window/recovery.h"
#include "ui/window/run_queueing.h"
#include "ui/window/session_notes.h"
#include "ui/window/tour_dock.h"

#include <QDockWidget>
#include <QMenuBar>
#include <QStatusBar>

namespace inverso::ui {

WindowContent::WindowContent(QMainWindow& window, const WindowServices& services, const QStringList& tables)
    : m_window(window)
    , m_services(services)
    , m_star(new FavouriteAction(services.state, services.selection, services.undo, &window))
    , m_actions(new RunActions(services.state, &window))
    , m_centre(new Centre(services.state, services.selection))
{
    window.setCentralWidget(m_centre);
    if (services.recovery != nullptr)
        services.recovery->setBar(&m_centre->recovery());
    services.mapMaking.setBar(m_centre->map().maker());
    services.notes.setMap(&m_centre->map());
    m_panes = createPanes(window, {services.state, services.selection, services.controller.methods(), *m_actions,
                                   services.undo, *m_star});
    m_panes.run->setTables(tables);
    new TourDock(MainWindow::tr("Tour"), window, services.state, services.selection);
    // Hidden in presentation mode.
    m_presentation = new Presentation(window,
                                      {QStringLiteral("filter"), QStringLiteral("favourites"), QStringLiteral("runs"),
                                       QStringLiteral("log"), QStringLiteral("advancedToggle")},
                                      &window);
    window.statusBar()->addWidget(new RunStatus(services.state), 1);
    connectParts();
}

WindowContent::~WindowContent()
{
    m_services.notes.setMap(nullptr);
    if (m_services.recovery != nullptr)
        m_services.recovery->setBar(nullptr);
    delete m_presentation;
    qDeleteAll(m_window.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete m_window.takeCentralWidget();
    delete m_window.statusBar();
    delete m_window.menuBar();
    delete m_actions;
    delete m_star;
}

void WindowContent::connectParts()
{
    const WindowServices& services = m_services;
    services.queueing.setPanel(*m_panes.run);
    connectRun(*m_actions, m_panes, services.controller);
    connectInversion(m_panes, services.controller.inversion());
    connectTraining(m_panes, services.training);
    m_panes.inversion->setBusy(services.controller.inversion().isGenerating());
    LabelCard* card = &m_centre->map().labelCard();
    const LabelDesk& desk = services.controller.desk();
    card->setQuestion(desk.question());
    QObject::connect(&desk, &LabelDesk::questionChanged, card, [card, &desk, &selection = services.selection] {
        if (desk.question())
            selection.select(desk.question()->cell); // the inspector draws it
        card->setQuestion(desk.question());
    });
    QObject::connect(card, &LabelCard::answered, &services.controller.desk(), &LabelDesk::answer);
    QObject::connect(card, &LabelCard::reported, &m_centre->notice(), &NoticeBar::setSentence);
    QObject::connect(m_actions, &RunActions::startRequested, &services.queueing, &RunQueueing::start);
    QObject::connect(m_actions, &RunActions::seedsRequested, &services.queueing, &RunQueueing::chooseSeeds);
    services.opening.setWidgets({&m_centre->pages(), &m_centre->startPage(), &m_centre->map(), &m_centre->notice(),
                                 m_panes.run, m_panes.runs, m_panes.inversion});
    services.settings.watch({m_panes.run, m_panes.inversion}, settingsFields(services.controller.methods()));
}

} // namespace inverso::ui
