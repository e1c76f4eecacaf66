// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace inverso::ui {

/// The centre of the window while there is no benchmark: explains how to open one, or shows that one is being opened.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    void showEmpty();
    /// `images`: reading them may take long and can be cancelled; otherwise a table is opened.
    void showOpening(const QString& name, bool images);
    [[nodiscard]] QString text() const;

signals:
    void openRequested();
    void cancelRequested();

private:
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_open;
    QProgressBar* m_busy;
    QPushButton* m_cancel;
};

} // namespace inverso::ui
