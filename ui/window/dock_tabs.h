// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;

namespace inverso::ui {

/// Shows the labels on the tabs of docked panes completely. QMainWindow creates the tab bars and elides their labels if
/// there is little room; here they scroll instead.
class DockTabs : public QObject
{
    Q_OBJECT

public:
    /// Owned by the window.
    explicit DockTabs(QMainWindow& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace inverso::ui
