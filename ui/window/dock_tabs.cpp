// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dock_tabs.h"

#include <QChildEvent>
#include <QMainWindow>
#include <QTabBar>

namespace inverso::ui {

DockTabs::DockTabs(QMainWindow& window)
    : QObject(&window)
{
    window.installEventFilter(this);
}

// A bar is polished after the window has set it up and before it is visible.
bool DockTabs::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ChildPolished) {
        if (auto* bar = qobject_cast<QTabBar*>(static_cast<QChildEvent*>(event)->child())) {
            bar->setElideMode(Qt::ElideNone);
            bar->setUsesScrollButtons(true);
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace inverso::ui
