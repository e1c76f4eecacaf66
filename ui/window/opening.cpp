// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/opening.h"

#include "ui/base/notice_bar.h"
#include "ui/inversion/inversion_panel.h"
#include "ui/map/map_panel.h"
#include "ui/run/run_panel.h"
#include "ui/run/runs_panel.h"
#include "ui/run/start_page.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"
#include "ui/state/live_table.h"
#include "ui/window/recent_tables.h"
#include "ui/worker/search_controller.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>

namespace inverso::ui {

Opening::Opening(ExplorerState& state, SearchController& controller, RecentTables& recent,
                 std::function<bool(const QString&)> mayDropRun, QWidget* window)
    : QObject(window)
    , m_state(state)
    , m_controller(controller)
    , m_recent(recent)
    , m_mayDropRun(std::move(mayDropRun))
    , m_window(window)
{
    connect(&m_controller, &SearchController::opening, this, &Opening::onOpening);
    connect(&m_controller, &SearchController::opened, this, &Opening::onOpened);
    connect(&m_controller, &SearchController::openFailed, this, &Opening::onOpenFailed);
    connect(&m_recent, &RecentTables::openRequested, this, &Opening::open);
}

void Opening::setWidgets(const Widgets& widgets)
{
    m_widgets = widgets;
    connect(widgets.startPage, &StartPage::openRequested, this, &Opening::chooseFile);
    connect(widgets.startPage, &StartPage::cancelRequested, &m_controller, &SearchController::cancelOpening);
    connect(widgets.run, &RunPanel::tableChosen, this, &Opening::open);
    connect(widgets.run, &RunPanel::openRequested, this, &Opening::chooseFile);
    connect(widgets.runs, &RunsPanel::goOnRequested, this, &Opening::goOn);
    if (!m_openName.isEmpty())
        widgets.run->setOpenTable(m_openName);
    if (m_state.workspace() && !m_controller.isOpening())
        widgets.centre->setCurrentWidget(widgets.map);
    else if (m_controller.isOpening())
        widgets.startPage->showOpening(benchmarkTitle(m_openingName), liveTable(m_openingName).has_value());
    else
        widgets.startPage->showEmpty();
}

void Opening::openFirst(const QStringList& tables)
{
    m_stillToTry = tables;
    if (m_stillToTry.isEmpty())
        m_widgets.startPage->showEmpty();
    else
        m_controller.open(m_stillToTry.takeFirst());
}

void Opening::open(const QString& nameOrPath)
{
    if (RunsPanel::isSession(nameOrPath)) { // only to view it; a running search continues
        emit paneRequested(QStringLiteral("runs"));
        return m_widgets.runs->openSession(nameOrPath);
    }
    m_stillToTry.clear();
    if (m_mayDropRun(tr("A search is in progress. Stop it and open another table?")))
        m_controller.open(nameOrPath);
    else if (!m_openName.isEmpty())
        m_widgets.run->setOpenTable(m_openName);
}

void Opening::chooseFile()
{
    auto* dialog = new QFileDialog(m_window, tr("Open a table"), QString(), tr("Tables (*.csv);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Opening::open);
    dialog->open();
}

void Opening::goOn(const QString& path)
{
    m_stillToTry.clear();
    if (!m_mayDropRun(tr("A search is in progress. Stop it and resume the other one?")))
        return;
    m_widgets.notice->clear();
    m_controller.resumeSession(path);
}

void Opening::onOpening(const QString& nameOrPath)
{
    m_openingName = nameOrPath;
    m_widgets.notice->clear();
    m_widgets.run->notice().clear();
    const auto live = liveTable(nameOrPath);
    m_widgets.startPage->showOpening(live ? imagesTitle(live->images) : QFileInfo(nameOrPath).fileName(),
                                     live.has_value());
    m_widgets.centre->setCurrentWidget(m_widgets.startPage);
}

void Opening::onOpened(const QString& nameOrPath)
{
    m_stillToTry.clear();
    m_openName = nameOrPath;
    m_recent.add(m_openName);
    m_widgets.run->setOpenTable(m_openName);
    m_widgets.run->notice().clear();
    m_widgets.inversion->notice().clear();
    m_widgets.centre->setCurrentWidget(m_widgets.map);
    emit opened(benchmarkTitle(m_openName));
}

void Opening::onOpenFailed(const QString& sentence)
{
    if (!m_stillToTry.isEmpty())
        return m_controller.open(m_stillToTry.takeFirst());
    // Shows the error in the pane where the images were chosen, or in the window's notice for a file.
    const bool live = liveTable(m_openingName).has_value();
    (live ? m_widgets.run->notice() : *m_widgets.notice).setSentence(sentence);
    if (live && !sentence.isEmpty())
        emit paneRequested(QStringLiteral("run"));
    m_widgets.startPage->showEmpty();
    if (!m_state.workspace())
        return m_widgets.run->setOpenTable({});
    m_widgets.centre->setCurrentWidget(m_widgets.map);
    m_widgets.run->setOpenTable(m_openName);
}

} // namespace inverso::ui
