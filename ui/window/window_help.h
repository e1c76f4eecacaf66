// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QPointer>

#include <functional>

namespace inverso::ui {

class ManualWindow;

/// The help of a window: its manual, its shortcuts, its version.
class WindowHelp : public QObject
{
    Q_OBJECT

public:
    /// `aboutDetails`: versions and libraries, in the current language; may be empty.
    WindowHelp(QMainWindow& window, std::function<QString()> aboutDetails);

public slots:
    /// Opens the page of the pane that has the focus.
    void showManual();
    /// Opens the page of a pane, by its name (see manualPageOf()).
    void showManualOf(const QString& pane);
    void showShortcuts();
    void showAbout();

private:
    QMainWindow& m_window;
    std::function<QString()> m_aboutDetails;
    QPointer<ManualWindow> m_manual; ///< null until it is first opened
};

} // namespace inverso::ui
