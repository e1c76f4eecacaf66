// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace inverso::ui {

class MainWindow;

/// Measures from the start of the process until the window is painted for the first time, and until it is usable: its
/// first table open, the map painted, the event loop idle. Then it prints both, with the most memory that was used,
/// and ends the program.
class StartMeasure : public QObject
{
    Q_OBJECT

public:
    explicit StartMeasure(MainWindow& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void finish();

    MainWindow& m_window;
    double m_shown = -1.0; ///< seconds
    bool m_finishing = false;
};

} // namespace inverso::ui
