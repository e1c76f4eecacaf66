// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/base/icons.h"
#include "ui/base/notice_bar.h"
#include "ui/candidates/favourite_action.h"
#include "ui/candidates/favourites_panel.h"
#include "ui/map/map_panel.h"
#include "ui/run/run_actions.h"
#include "ui/run/run_panel.h"
#include "ui/state/favourites.h"
#include "ui/state/run_queue.h"
#include "ui/state/settings_history.h"
#include "ui/state/view_history.h"
#include "ui/window/centre.h"
#include "ui/window/dock_tabs.h"
#include "ui/window/experiments.h"
#include "ui/window/map_making.h"
#include "ui/window/opening.h"
#include "ui/window/presentation.h"
#include "ui/window/recent_tables.h"
#include "ui/window/recovery.h"
#include "ui/window/run_queueing.h"
#include "ui/window/session_notes.h"
#include "ui/window/window_content.h"
#include "ui/window/window_help.h"
#include "ui/window/window_memory.h"
#include "ui/window/window_menus.h"
#include "ui/worker/training_session.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QTimer>
#include <QUndoStack>

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
        m_content->panes().favourites->notice().setSentence(m_state.favourites().keepIn(m_options.favouritesFile));
    if (m_recovery != nullptr)
        m_recovery->look();
}

MainWindow::~MainWindow()
{
    m_controller.shutdown();
    m_content.reset(); // before the base class, which would delete the widgets after the state
}

void MainWindow::dress()
{
    m_content.reset(); // first delete the old one: a window has one menu bar
    const WindowServices services{m_state,     m_selection,  m_controller, *m_undo,     *m_settings,     *m_opening,
                                  *m_queueing, *m_mapMaking, *m_notes,     *m_training, m_recovery.get()};
    m_content = std::make_unique<WindowContent>(*this, services, m_options.tables);
    const RunActions& actions = m_content->actions();
    createMenus(*this, actions, m_content->panes());
    connect(&actions, &RunActions::stepRequested, this, [this] { step(Advance::Round); });
    connect(&actions, &RunActions::stepPhaseRequested, this, [this] { step(Advance::Phase); });
}

void MainWindow::dressAnew()
{
    m_dressing = false;
    setUpdatesEnabled(false);
    const WindowMemory memory(*this);
    m_selection.hover(std::nullopt);
    dress();
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

// These connections are independent of the widgets and last as long as the window.
void MainWindow::connectState()
{
    connect(m_opening.get(), &Opening::opened, this,
            [this](const QString& title) { setWindowTitle(tr("%1 – Inverso").arg(title)); });
    connect(m_opening.get(), &Opening::paneRequested, this, &MainWindow::raisePane);
    const auto say = [this](const QString& sentence) { notice().setSentence(sentence); };
    connect(&m_controller, &SearchController::notRecorded, this, say);
    connect(&m_controller, &SearchController::sessionSaved, this, say);
    connect(&m_controller, &SearchController::sessionOpened, this, [say](const OpenedSession& session) {
        if (!session.warnings.isEmpty())
            say(session.warnings.join(QLatin1Char(' ')));
    });
    if (m_recovery != nullptr)
        connect(m_recovery.get(), &Recovery::goOnRequested, m_opening.get(), &Opening::goOn);
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

NoticeBar& MainWindow::notice() const
{
    return m_content->centre().notice();
}

MapPanel& MainWindow::mapPanel() const
{
    return m_content->centre().map();
}

FavouriteAction& MainWindow::star() const
{
    return m_content->star();
}

Presentation& MainWindow::presentation() const
{
    return m_content->presentation();
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
    m_content->panes().run->notice().clear();
    m_controller.start(m_content->panes().run->settings(), m_content->panes().run->dataset(), how,
                       m_content->panes().run->asks());
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
    return m_confirm(active ? (question + QLatin1Char(' ') + lost).trimmed()
                            : lost + QLatin1Char(' ') + tr("Continue?"));
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
        notice().setSentence(
            tr("Drop one file that is on this computer: a CSV table of cells and accuracies, or a recorded session."));
        return;
    }
    event->acceptProposedAction();
    open(urls.front().toLocalFile());
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_content) {
        m_content->actions().refreshIcons(palette());
        star().refreshIcon(palette());
    }
    // Deferred: the sender may be a menu that is deleted, and the event arrives once per translator.
    if (event->type() == QEvent::LanguageChange && !m_dressing) {
        m_dressing = true;
        QMetaObject::invokeMethod(this, &MainWindow::dressAnew, Qt::QueuedConnection);
    }
    QMainWindow::changeEvent(event);
}

} // namespace inverso::ui
