// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_menus.h"

#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/base/undo_words.h"
#include "ui/candidates/favourite_action.h"
#include "ui/inversion/inversion_panel.h"
#include "ui/map/latent_map.h"
#include "ui/map/map_panel.h"
#include "ui/run/run_actions.h"
#include "ui/run/runs_panel.h"
#include "ui/state/filter.h"
#include "ui/window/experiments.h"
#include "ui/window/figure_export.h"
#include "ui/window/main_window.h"
#include "ui/window/opening.h"
#include "ui/window/panes.h"
#include "ui/window/presentation.h"
#include "ui/window/recent_tables.h"
#include "ui/window/window_help.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>

namespace inverso::ui {

namespace {

void createFileMenu(MainWindow& window, const Panes& panes)
{
    QMenu* menu = window.menuBar()->addMenu(MainWindow::tr("&File"));
    QAction* open = menu->addAction(MainWindow::tr("&Open a table…"));
    open->setShortcut(QKeySequence::Open);
    QObject::connect(open, &QAction::triggered, &window.opening(), &Opening::chooseFile);
    window.recentTables().attachTo(*menu->addMenu(MainWindow::tr("Open &recent")));
    QAction* session = menu->addAction(MainWindow::tr("Open a recorded &run…"));
    QObject::connect(session, &QAction::triggered, &window, [&window, &panes] {
        window.raisePane(QStringLiteral("runs"));
        panes.runs->chooseSession();
    });
    QAction* save = menu->addAction(MainWindow::tr("&Save the search as…"));
    save->setObjectName(QStringLiteral("saveSession"));
    save->setShortcut(QKeySequence::SaveAs);
    QObject::connect(save, &QAction::triggered, &window, &MainWindow::chooseSaveSession);
    const auto update = [save, &window] { save->setEnabled(window.controller().isRecorded() && window.state().hasRun()); };
    QObject::connect(&window.state(), &ExplorerState::phaseChanged, save, update);
    QObject::connect(&window.controller(), &SearchController::notRecorded, save, update);
    update();
    menu->addSeparator();
    QAction* figures = menu->addAction(MainWindow::tr("&Export all figures…"));
    figures->setObjectName(QStringLiteral("exportFigures"));
    figures->setShortcut(Qt::CTRL | Qt::Key_E);
    QObject::connect(figures, &QAction::triggered, &window, [&window] {
        auto* dialog = new FigureExport(window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    menu->addSeparator();
    QAction* quit = menu->addAction(MainWindow::tr("&Quit"));
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    QObject::connect(quit, &QAction::triggered, &window, &QWidget::close);
}

void createEditMenu(MainWindow& window)
{
    QMenu* menu = window.menuBar()->addMenu(MainWindow::tr("&Edit"));
    QAction* undo = createUndoAction(window.undoStack(), MainWindow::tr("&Undo"), menu);
    undo->setObjectName(QStringLiteral("undoAction"));
    undo->setShortcut(QKeySequence::Undo);
    QAction* redo = createRedoAction(window.undoStack(), MainWindow::tr("&Redo"), menu);
    redo->setObjectName(QStringLiteral("redoAction"));
    redo->setShortcut(QKeySequence::Redo);
    menu->addAction(undo);
    menu->addAction(redo);
    menu->addSeparator();
    QAction* clear = menu->addAction(MainWindow::tr("&Clear the selection"));
    clear->setShortcut(Qt::Key_Escape);
    QObject::connect(clear, &QAction::triggered, &window.selection(), &Selection::clear);
    QAction* isolate = menu->addAction(MainWindow::tr("&Isolate the group"));
    isolate->setShortcut(Qt::CTRL | Qt::Key_I);
    QObject::connect(isolate, &QAction::triggered, &window.mapPanel(), &MapPanel::isolateGroup);
    QAction* all = menu->addAction(MainWindow::tr("Clear the &filter"));
    all->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    QObject::connect(all, &QAction::triggered, &window.state().filter(), &Filter::clear);
    menu->addSeparator();
    menu->addAction(&window.star());
}

void createRunMenu(MainWindow& window, const RunActions& run, InversionPanel& inversion)
{
    QMenu* menu = window.menuBar()->addMenu(MainWindow::tr("&Run"));
    for (QAction* action : {run.start(), run.seeds(), run.pause(), run.step(), run.stepPhase(), run.stop()})
        menu->addAction(action);
    menu->addSeparator();
    QAction* generate = menu->addAction(MainWindow::tr("&Generate cells for the target"));
    generate->setShortcut(Qt::CTRL | Qt::Key_G);
    QObject::connect(generate, &QAction::triggered, &inversion, &InversionPanel::requestGeneration);
    ExplorerState& state = window.state();
    const auto update = [generate, &state] { generate->setEnabled(state.hasModel() && !state.isOpening()); };
    QObject::connect(&state, &ExplorerState::snapshotChanged, generate, update);
    QObject::connect(&state, &ExplorerState::openingChanged, generate, update);
    update();
    menu->addSeparator();
    QAction* experiments = menu->addAction(MainWindow::tr("E&xperiments…"));
    experiments->setObjectName(QStringLiteral("experiments"));
    experiments->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    QObject::connect(experiments, &QAction::triggered, &window.experiments(), &Experiments::show);
}

void createThemeMenu(MainWindow& window, QMenu& menu)
{
    QMenu* themes = menu.addMenu(MainWindow::tr("&Theme"));
    auto* group = new QActionGroup(&menu);
    const std::pair<Theme, QString> choices[] = {{Theme::System, MainWindow::tr("&System")},
                                                 {Theme::Light, MainWindow::tr("&Light")},
                                                 {Theme::Dark, MainWindow::tr("&Dark")}};
    for (const auto& [theme, title] : choices) {
        QAction* action = themes->addAction(title);
        action->setCheckable(true);
        action->setChecked(theme == currentTheme());
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &window, [chosen = theme] { applyTheme(chosen); });
    }
}

void createLanguageMenu(MainWindow& window, QMenu& menu)
{
    QMenu* list = menu.addMenu(MainWindow::tr("&Language"));
    auto* group = new QActionGroup(&menu);
    for (const Language& language : languages()) {
        QAction* action = list->addAction(language.name);
        action->setObjectName(QStringLiteral("language-") + language.code);
        action->setCheckable(true);
        action->setChecked(language.code == chosenLanguage());
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &window, [code = language.code] {
            chooseLanguage(code);
            speak(code);
        });
    }
}

void createViewMenu(MainWindow& window)
{
    QMenu* menu = window.menuBar()->addMenu(MainWindow::tr("&View"));
    for (QDockWidget* dock : window.findChildren<QDockWidget*>())
        menu->addAction(dock->toggleViewAction());
    menu->addSeparator();
    QAction* whole = menu->addAction(MainWindow::tr("Show the &whole map"));
    QObject::connect(whole, &QAction::triggered, &window.mapPanel().map(), &LatentMap::resetView);
    menu->addSeparator();
    menu->addAction(window.presentation().action());
    createThemeMenu(window, *menu);
    createLanguageMenu(window, *menu);
}

void createHelpMenu(MainWindow& window)
{
    QMenu* help = window.menuBar()->addMenu(MainWindow::tr("&Help"));
    QAction* manual = help->addAction(MainWindow::tr("&Manual"));
    manual->setObjectName(QStringLiteral("showManual"));
    manual->setShortcut(QKeySequence::HelpContents);
    QObject::connect(manual, &QAction::triggered, &window.help(), &WindowHelp::showManual);
    QAction* tour = help->addAction(MainWindow::tr("&Guided tour"));
    QObject::connect(tour, &QAction::triggered, &window, [&window] { window.raisePane(QStringLiteral("tour")); });
    QAction* keys = help->addAction(MainWindow::tr("&Keyboard shortcuts"));
    keys->setShortcut(Qt::CTRL | Qt::Key_Slash);
    QObject::connect(keys, &QAction::triggered, &window.help(), &WindowHelp::showShortcuts);
    help->addSeparator();
    QAction* about = help->addAction(MainWindow::tr("&About Inverso"));
    about->setMenuRole(QAction::AboutRole);
    QObject::connect(about, &QAction::triggered, &window.help(), &WindowHelp::showAbout);
    QAction* aboutQt = help->addAction(MainWindow::tr("About &Qt"));
    aboutQt->setMenuRole(QAction::AboutQtRole);
    QObject::connect(aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

} // namespace

void createMenus(MainWindow& window, const RunActions& run, const Panes& panes)
{
    createFileMenu(window, panes);
    createEditMenu(window);
    createRunMenu(window, run, *panes.inversion);
    createViewMenu(window);
    createHelpMenu(window);
}

} // namespace inverso::ui
