// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/base/icons.h"
#include "ui/base/notice_bar.h"
#include "ui/candidates/favourite_action.h"
#include "ui/candidates/favourites_panel.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/inspector_training.h"
#include "ui/inversion/cell_gallery.h"
#include "ui/inversion/inversion_panel.h"
#include "ui/map/label_card.h"
#include "ui/map/map_panel.h"
#include "ui/run/run_actions.h"
#include "ui/run/run_panel.h"
#include "ui/run/run_status.h"
#include "ui/run/runs_panel.h"
#include "ui/run/start_page.h"
#include "ui/state/favourites.h"
#include "ui/state/filter.h"
#include "ui/state/run_queue.h"
#include "ui/state/settings_history.h"
#include "ui/state/view_history.h"
#include "ui/tour/tour_panel.h"
#include "ui/tour/window_stage.h"
#include "ui/window/dock_tabs.h"
#include "ui/window/experiments.h"
#include "ui/window/map_making.h"
#include "ui/window/opening.h"
#include "ui/window/presentation.h"
#include "ui/window/recent_tables.h"
#include "ui/window/recovery.h"
#include "ui/window/run_queueing.h"
#include "ui/window/session_notes.h"
#include "ui/window/window_help.h"
#include "ui/window/window_memory.h"
#include "ui/window/window_menus.h"
#include "ui/worker/training_session.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QUndoStack>
#include <QVBoxLayout>

#include <utility>

namespace inverso::ui {

MainWindow::MainWindow(Options options, QWidget* parent)
    : QMainWindow(parent)
    , m_controller(options.engine, m_state)
    , m_options(std::move(options))
    , m_undo(new QUndoStack(this))
    , m_history(std::make_unique<ViewHistory>(m_selection, m_state.filter(), *m_undo))
    , m_settings(std::make_unique<SettingsHistory>(*m_undo))
    , m_recent(std::make_unique<RecentTables>())
    , m_opening(std::make_unique<Opening>(
          m_state, m_controller, *m_recent, [this](const QString& question) { return mayDropRun(question); }, this))
    , m_queueing(std::make_unique<RunQueueing>(m_state, m_controller))
    , m_mapMaking(std::make_unique<MapMaking>(m_state))
    , m_recovery(m_options.recordFolder.isEmpty() ? nullptr : std::make_unique<Recovery>(m_options.recordFolder))
    , m_notes(std::make_unique<SessionNotes>(m_state, m_selection, m_controller))
    , m_training(std::make_unique<TrainingSession>(m_options.engine, m_state))
    , m_experiments(std::make_unique<Experiments>(m_options.engine, m_options.remembersLayout, this))
    , m_help(std::make_unique<WindowHelp>(*this, m_options.aboutDetails))
{
    setWindowTitle(tr("Inverso"));
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
    new DockTabs(*this);
    m_confirm = [this](const QString& question) {
        return QMessageBox::question(this, tr("Search in progress"), question) == QMessageBox::Yes;
    };
    m_controller.setRecordFolder(m_options.recordFolder);
    connectState();
    dress();
    resize(1440, 900);
    if (m_options.remembersLayout) {
        const QSettings settings;
        restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
        restoreState(settings.value(QStringLiteral("window/docks")).toByteArray());
    }
    if (!m_options.favouritesFile.isEmpty())
        m_panes.favourites->notice().setSentence(m_state.favourites().keepIn(m_options.favouritesFile));
    if (m_recovery != nullptr)
        m_recovery->look();
}

MainWindow::~MainWindow()
{
    m_controller.shutdown();
    undress(); // the widgets read the state, which as a member would go before them
}

void MainWindow::dress()
{
    m_star = new FavouriteAction(m_state, m_selection, *m_undo, this);
    m_actions = new RunActions(m_state, this);
    createCentre();
    createDocks();
    // What a lesson does not need.
    m_presentation = new Presentation(*this,
                                      {QStringLiteral("filter"), QStringLiteral("favourites"), QStringLiteral("runs"),
                                       QStringLiteral("log"), QStringLiteral("advancedToggle")},
                                      this);
    createMenus(*this, *m_actions, m_panes);
    statusBar()->addWidget(new RunStatus(m_state), 1);
    connectController();
    connectRun();
    m_opening->setWidgets({m_centre, m_startPage, m_map, m_notice, m_panes.run, m_panes.runs, m_panes.inversion});
    m_settings->watch({m_panes.run, m_panes.inversion}, settingsFields());
}

void MainWindow::undress()
{
    m_notes->setMap(nullptr);
    if (m_recovery != nullptr)
        m_recovery->setBar(nullptr);
    delete std::exchange(m_presentation, nullptr);
    qDeleteAll(findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly));
    delete std::exchange(m_stage, nullptr);
    delete takeCentralWidget();
    delete statusBar();
    delete menuBar();
    delete std::exchange(m_actions, nullptr);
    delete std::exchange(m_star, nullptr);
}

void MainWindow::dressAnew()
{
    m_dressing = false;
    setUpdatesEnabled(false);
    const WindowMemory memory(*this);
    m_selection.hover(std::nullopt);
    undress();
    dress();
    m_panes.inversion->setBusy(m_controller.inversion().isGenerating());
    m_map->labelCard().setQuestion(m_controller.desk().question());
    m_experiments->dressAnew();
    m_state.announceAgain();
    QTimer::singleShot(0, this, [this, memory] {
        memory.putBackDocks(*this);
        memory.putBack(*this);
        m_settings->restart();
        QTimer::singleShot(0, this, [this, memory] {
            memory.putBackPlaces(*this);
            setUpdatesEnabled(true);
        });
    });
}

void MainWindow::createCentre()
{
    m_notice = new NoticeBar;
    m_recoveryBar = new NoticeBar;
    m_recoveryBar->setObjectName(QStringLiteral("recovery"));
    if (m_recovery != nullptr)
        m_recovery->setBar(m_recoveryBar);
    m_startPage = new StartPage;
    m_map = new MapPanel(m_state, m_selection);
    m_mapMaking->setBar(m_map->maker());
    m_notes->setMap(m_map);
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_startPage);
    m_centre->addWidget(m_map);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_recoveryBar);
    layout->addWidget(m_notice);
    layout->addWidget(m_centre, 1);
    setCentralWidget(box);
}

void MainWindow::createDocks()
{
    m_panes = createPanes(*this, {m_state, m_selection, m_controller.methods(), *m_actions, *m_undo, *m_star});
    m_panes.run->setTables(m_options.tables);
    auto* dock = new QDockWidget(tr("Tour"), this);
    m_stage = new WindowStage(*this, m_state, m_selection, this);
    auto* tour = new TourPanel(*m_stage);
    dock->setObjectName(QStringLiteral("tour"));
    dock->setWidget(tour);
    addDockWidget(Qt::LeftDockWidgetArea, dock, Qt::Horizontal); // beside the controls it points at
    dock->hide();
    connect(tour, &TourPanel::finished, dock, &QWidget::hide);
    // Its room goes back to the map: the layout would give it to the column beside.
    connect(dock->toggleViewAction(), &QAction::toggled, this, [this](bool shown) {
        auto* run = findChild<QDockWidget*>(QStringLiteral("run"));
        if (shown)
            m_runWidth = run->width();
        else if (m_runWidth > 0)
            resizeDocks({run}, {m_runWidth}, Qt::Horizontal);
    });
}

// For as long as the window lives, whatever its widgets are.
void MainWindow::connectState()
{
    connect(m_opening.get(), &Opening::opened, this,
            [this](const QString& title) { setWindowTitle(tr("%1 – Inverso").arg(title)); });
    connect(m_opening.get(), &Opening::paneRequested, this, &MainWindow::raisePane);
    const auto say = [this](const QString& sentence) { m_notice->setSentence(sentence); };
    connect(&m_controller, &SearchController::notRecorded, this, say);
    connect(&m_controller, &SearchController::sessionSaved, this, say);
    if (m_recovery != nullptr)
        connect(m_recovery.get(), &Recovery::goOnRequested, m_opening.get(), &Opening::goOn);
    connect(&m_controller.desk(), &LabelDesk::questionChanged, this, [this] {
        const auto question = m_controller.desk().question();
        if (question)
            m_selection.select(question->cell); // the inspector draws it
        m_map->labelCard().setQuestion(question);
    });
    connect(m_experiments.get(), &Experiments::manualRequested, this,
            [this] { m_help->showManualOf(QStringLiteral("experiments")); });
    connect(&m_state, &ExplorerState::workspaceAboutToChange, this, [this] {
        m_undo->clear(); // its steps name cells of this table
        m_selection.clear();
        m_selection.hover(std::nullopt);
        m_history->restart();
    });
    connect(&m_state, &ExplorerState::workspaceChanged, this, [this] {
        m_settings->restart();
        m_undo->clear();
    });
}

void MainWindow::connectController()
{
    connect(&m_controller, &SearchController::runFailed, m_panes.run, &RunPanel::showFailure);
    InversionController& inversion = m_controller.inversion();
    connect(&inversion, &InversionController::generateFailed, &m_panes.inversion->notice(), &NoticeBar::setSentence);
    connect(&inversion, &InversionController::generating, m_panes.inversion, &InversionPanel::setBusy);
    connect(&inversion, &InversionController::evaluating, m_panes.inversion, &InversionPanel::setMeasuring);
    connect(&inversion, &InversionController::evaluateFailed, &m_panes.inversion->notice(), &NoticeBar::setSentence);
    connect(m_panes.inversion, &InversionPanel::generateRequested, &inversion, &InversionController::generate);
    connect(m_panes.inversion, &InversionPanel::measureRequested, &inversion, &InversionController::evaluate);
    connect(m_panes.inversion, &InversionPanel::measureCancelled, &inversion, &InversionController::cancelEvaluation);
}

void MainWindow::connectRun()
{
    m_queueing->setPanel(*m_panes.run);
    connect(&m_map->labelCard(), &LabelCard::answered, &m_controller.desk(), &LabelDesk::answer);
    connect(&m_map->labelCard(), &LabelCard::reported, m_notice, &NoticeBar::setSentence);
    connect(&m_panes.inspector->training(), &InspectorTraining::trainRequested, m_training.get(),
            &TrainingSession::train);
    connect(&m_panes.inspector->training(), &InspectorTraining::cancelRequested, m_training.get(),
            &TrainingSession::cancel);
    CellGallery& gallery = m_panes.inversion->gallery();
    connect(&gallery, &CellGallery::trainRequested, m_panes.inversion, [this](const std::vector<CellIndex>& cells) {
        m_panes.inversion->notice().clear();
        for (const CellIndex cell : cells)
            m_training->train(cell, m_panes.inspector->training().images());
    });
    connect(&gallery, &CellGallery::cancelRequested, m_panes.inversion, [this](const std::vector<CellIndex>& cells) {
        for (const CellIndex cell : cells)
            m_training->cancel(cell);
    });
    connect(m_training.get(), &TrainingSession::failed, m_panes.inversion,
            [this](CellIndex cell, const QString& sentence) {
                if (m_panes.inversion->gallery().generated().indexOf(cell).isValid())
                    m_panes.inversion->notice().setSentence(sentence);
            });
    connect(m_actions, &RunActions::startRequested, m_queueing.get(), &RunQueueing::start);
    connect(m_actions, &RunActions::seedsRequested, m_queueing.get(), &RunQueueing::chooseSeeds);
    connect(m_actions, &RunActions::stepRequested, this, [this] { step(Advance::Round); });
    connect(m_actions, &RunActions::stepPhaseRequested, this, [this] { step(Advance::Phase); });
    connect(m_actions, &RunActions::pauseRequested, &m_controller, &SearchController::pause);
    connect(m_actions, &RunActions::resumeRequested, &m_controller, &SearchController::resume);
    connect(m_actions, &RunActions::stopRequested, &m_controller, &SearchController::stop);
}

void MainWindow::openFirstTable()
{
    m_opening->openFirst(m_options.tables);
}

void MainWindow::open(const QString& nameOrPath)
{
    m_opening->open(nameOrPath);
}

void MainWindow::chooseSaveSession()
{
    auto* dialog = new QFileDialog(this, tr("Save the search"), QString(), tr("Sessions (*.inverso)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("inverso"));
    connect(dialog, &QFileDialog::fileSelected, &m_controller, &SearchController::saveSession);
    dialog->open();
}

void MainWindow::start()
{
    m_queueing->start();
}

void MainWindow::step(Advance how)
{
    if (m_state.isOpening())
        return;
    if (m_state.phase() == RunPhase::Paused)
        return m_controller.step(how);
    m_panes.run->notice().clear();
    m_controller.start(m_panes.run->settings(), m_panes.run->dataset(), how, m_panes.run->asks());
}

void MainWindow::raisePane(const QString& name)
{
    if (auto* dock = findChild<QDockWidget*>(name)) {
        dock->show();
        dock->raise();
    }
}

bool MainWindow::mayDropRun(const QString& question) const
{
    const int waiting = static_cast<int>(m_state.queue().entries().size());
    const bool active = isActive(m_state.phase());
    if (!active && waiting == 0)
        return true;
    const QString lost = waiting > 0 ? tr("%n queued runs would be lost.", nullptr, waiting) : QString();
    return m_confirm(active ? (question + QLatin1Char(' ') + lost).trimmed() : lost + QLatin1Char(' ') + tr("Go on?"));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayDropRun(tr("A search is in progress. Stop it and close the window?"))) {
        event->ignore();
        return;
    }
    if (m_options.remembersLayout) {
        QSettings settings;
        settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
        settings.setValue(QStringLiteral("window/docks"), saveState());
    }
    m_controller.shutdown();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() != 1 || !urls.front().isLocalFile()) {
        m_notice->setSentence(
            tr("Drop one file that is on this computer: a CSV table of cells and accuracies, or a recorded session."));
        return;
    }
    event->acceptProposedAction();
    open(urls.front().toLocalFile());
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_actions != nullptr) {
        m_actions->refreshIcons(palette());
        m_star->refreshIcon(palette());
    }
    // Later: this may come of a menu that goes, and comes once for each translator.
    if (event->type() == QEvent::LanguageChange && !m_dressing) {
        m_dressing = true;
        QMetaObject::invokeMethod(this, &MainWindow::dressAnew, Qt::QueuedConnection);
    }
    QMainWindow::changeEvent(event);
}

} // namespace inverso::ui
