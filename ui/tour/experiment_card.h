// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace inverso::ui {

/// The experiment of a page of the tour, whether it has been done, and a button that does it.
class ExperimentCard : public QFrame
{
    Q_OBJECT

public:
    explicit ExperimentCard(QWidget* parent = nullptr);

    void setExperiment(const QString& richText, bool canShow);
    void setDone(bool done);
    [[nodiscard]] bool isDone() const { return m_done; }
    /// The missing precondition; empty if there is none.
    void setObstacle(const QString& sentence);

signals:
    void showRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void update();

    QLabel* m_heading;
    QLabel* m_text;
    QLabel* m_obstacle;
    QPushButton* m_show;
    bool m_canShow = false;
    bool m_done = false;
};

} // namespace inverso::ui
