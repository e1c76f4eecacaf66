// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_help.h"

#include "ui/manual/manual_pages.h"
#include "ui/manual/manual_window.h"
#include "ui/window/shortcut_list.h"

#include <QDockWidget>
#include <QMessageBox>

#include <utility>

namespace inverso::ui {

WindowHelp::WindowHelp(QMainWindow& window, std::function<QString()> aboutDetails)
    : QObject(&window)
    , m_window(window)
    , m_aboutDetails(std::move(aboutDetails))
{
}

void WindowHelp::showManual()
{
    const QWidget* focus = m_window.focusWidget();
    QString pane = m_window.centralWidget()->isAncestorOf(focus) ? QStringLiteral("map") : QString();
    for (const QDockWidget* dock : m_window.findChildren<QDockWidget*>())
        if (dock->isAncestorOf(focus))
            pane = dock->objectName();
    showManualOf(pane);
}

void WindowHelp::showManualOf(const QString& pane)
{
    if (m_manual == nullptr)
        m_manual = new ManualWindow(&m_window);
    m_manual->open(manualPageOf(pane));
}

void WindowHelp::showShortcuts()
{
    std::vector<Shortcut> shortcuts = windowShortcuts(m_window);
    const std::vector<Shortcut> plots = plotShortcuts();
    shortcuts.insert(shortcuts.end(), plots.begin(), plots.end());
    auto* list = new ShortcutList(std::move(shortcuts), &m_window);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->open();
}

void WindowHelp::showAbout()
{
    QMessageBox::about(&m_window, tr("About Inverso"),
                       tr("<h3>Inverso</h3><p>Generates neural-network cells by inverting their accuracy.</p>"
                          "<p>%1</p><p>Free software under the GNU General Public License, version 3 or later.</p>")
                           .arg(m_aboutDetails ? m_aboutDetails() : QString()));
}

} // namespace inverso::ui
