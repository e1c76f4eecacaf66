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
    /// `images`: they are read, which may take long and can be cancelled; else a table.
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
