// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;

namespace inverso::ui {

/// Keeps the labels on the tabs of docked panes whole. QMainWindow makes those bars as panes are moved, and lets them
/// cut their labels where there is little room: here they scroll instead.
class DockTabs : public QObject
{
    Q_OBJECT

public:
    /// Goes with the window.
    explicit DockTabs(QMainWindow& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace inverso::ui
