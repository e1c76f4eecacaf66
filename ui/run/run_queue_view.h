// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace inverso::ui {

class ExplorerState;

/// The queued runs, which can be moved, removed, and resumed after a stop. Hidden while the queue is empty.
class RunQueueView : public QWidget
{
    Q_OBJECT

public:
    explicit RunQueueView(ExplorerState& state, QWidget* parent = nullptr);

signals:
    void goOnRequested();

private:
    QToolButton* addButton(const char* name, const QString& text, const QString& help);
    void refresh();
    void updateButtons();

    ExplorerState& m_state;
    QLabel* m_title;
    QListWidget* m_list;
    QPushButton* m_goOn;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_remove;
    QToolButton* m_clear;
};

} // namespace inverso::ui
