// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace inverso::ui {

class MainWindow;

/// Measures from the start of the process until the window is painted for the first time, until it is usable (its first
/// table open, the map painted, the event loop idle), and until the model's codes of all cells exist. Then it
/// prints all three times and the peak memory, and ends the program.
class StartMeasure : public QObject
{
    Q_OBJECT

public:
    explicit StartMeasure(MainWindow& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void noteUsable();
    void finish();

    MainWindow& m_window;
    double m_shown = -1.0; ///< seconds
    double m_usable = -1.0;
    bool m_noting = false;
};

} // namespace inverso::ui
