// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace inverso::ui {

/// What fills the window's middle while there is no benchmark: how to bring one, or that one is being
/// opened.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    void showEmpty();
    void showOpening(const QString& name);
    [[nodiscard]] QString text() const;

signals:
    void openRequested();

private:
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_open;
    QProgressBar* m_busy;
};

} // namespace inverso::ui
