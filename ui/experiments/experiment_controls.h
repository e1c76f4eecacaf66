// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace inverso::ui {

class ExperimentRunner;

/// The controls for the experiment, the number of seeds and the folder, and the progress.
class ExperimentControls : public QWidget
{
    Q_OBJECT

public:
    explicit ExperimentControls(ExperimentRunner& runner, QWidget* parent = nullptr);

    /// The name of a shipped plan, or a file.
    [[nodiscard]] QString plan() const;
    /// Chooses a plan file, as the user does; shows the reason if it is not a plan.
    void choosePlan(const QString& path);
    /// Adds it at the end of the folder's row.
    void addButton(QWidget* button);

signals:
    /// An error sentence; empty if there is no error.
    void reported(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createFolderRow();
    QWidget* createPlanRow();
    void addPlan(const QString& name, const QString& title, int seeds);
    void onPlan(int index);
    void askForPlan();
    void askForFolder();
    void showFolder();
    void update();

    ExperimentRunner& m_runner;
    QLabel* m_folder;
    QToolButton* m_open;
    QComboBox* m_plans;
    QSpinBox* m_seeds;
    QPushButton* m_run;
    QPushButton* m_stop;
    QProgressBar* m_progress;
    QLabel* m_state;
    int m_plan = 0; ///< the one chosen, in m_plans
};

} // namespace inverso::ui
