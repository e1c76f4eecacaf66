// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_menus.h"

#include "ui/panels/inversion_panel.h"
#include "ui/panels/run_actions.h"
#include "ui/plots/latent_map.h"
#include "ui/state/theme.h"
#include "ui/window/main_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>

namespace inverso::ui {

namespace {

void createFileMenu(MainWindow& window)
{
    QMenu* menu = window.menuBar()->addMenu(MainWindow::tr("&File"));
    QAction* open = menu->addAction(MainWindow::tr("&Open a table…"));
    open->setShortcut(QKeySequence::Open);
    QObject::connect(open, &QAction::triggered, &window, &MainWindow::chooseFile);
    menu->addSeparator();
    QAction* quit = menu->addAction(MainWindow::tr("&Quit"));
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    QObject::connect(quit, &QAction::triggered, &window, &QWidget::close);
}

void createRunMenu(MainWindow& window, const RunActions& run, InversionPanel& inversion)
{
    QMenu* menu = window.menuBar()->addMenu(MainWindow::tr("&Run"));
    for (QAction* action : {run.start(), run.pause(), run.step(), run.stop()})
        menu->addAction(action);
    menu->addSeparator();
    QAction* generate = menu->addAction(MainWindow::tr("&Generate cells for the target"));
    generate->setShortcut(Qt::CTRL | Qt::Key_G);
    generate->setEnabled(false);
    QObject::connect(generate, &QAction::triggered, &inversion, &InversionPanel::requestGeneration);
    ExplorerState& state = window.state();
    QObject::connect(&state, &ExplorerState::snapshotChanged, generate,
                     [generate, &state] { generate->setEnabled(state.hasModel()); });
}

void createThemeMenu(MainWindow& window, QMenu& menu)
{
    QMenu* themes = menu.addMenu(MainWindow::tr("&Theme"));
    auto* group = new QActionGroup(&window);
    const std::pair<Theme, QString> choices[] = {{Theme::System, MainWindow::tr("&System")},
                                                 {Theme::Light, MainWindow::tr("&Light")},
                                                 {Theme::Dark, MainWindow::tr("&Dark")}};
    for (const auto& [theme, title] : choices) {
        QAction* action = themes->addAction(title);
        action->setCheckable(true);
        action->setChecked(theme == Theme::System);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &window, [chosen = theme] { applyTheme(chosen); });
    }
}

void createViewMenu(MainWindow& window, LatentMap& map)
{
    QMenu* menu = window.menuBar()->addMenu(MainWindow::tr("&View"));
    for (QDockWidget* dock : window.findChildren<QDockWidget*>())
        menu->addAction(dock->toggleViewAction());
    menu->addSeparator();
    QAction* whole = menu->addAction(MainWindow::tr("Show the &whole map"));
    QObject::connect(whole, &QAction::triggered, &map, &LatentMap::resetView);
    QAction* clear = menu->addAction(MainWindow::tr("&Clear the selection"));
    clear->setShortcut(Qt::Key_Escape);
    QObject::connect(clear, &QAction::triggered, &window.selection(), &Selection::clear);
    menu->addSeparator();
    createThemeMenu(window, *menu);
}

} // namespace

void createMenus(MainWindow& window, const RunActions& run, LatentMap& map, InversionPanel& inversion)
{
    createFileMenu(window);
    createRunMenu(window, run, inversion);
    createViewMenu(window, map);
    QMenu* help = window.menuBar()->addMenu(MainWindow::tr("&Help"));
    QAction* about = help->addAction(MainWindow::tr("&About Inverso"));
    about->setMenuRole(QAction::AboutRole);
    QObject::connect(about, &QAction::triggered, &window, &MainWindow::showAbout);
    QAction* aboutQt = help->addAction(MainWindow::tr("About &Qt"));
    aboutQt->setMenuRole(QAction::AboutQtRole);
    QObject::connect(aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

} // namespace inverso::ui
