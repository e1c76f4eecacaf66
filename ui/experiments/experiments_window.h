// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace inverso::ui {

class ExperimentControls;
class ExperimentRunner;
class NoticeBar;
class ReportView;

/// Experiments: runs the tables of the thesis or the user's own plan, and shows the report of a folder of results,
/// updated while runs finish. A running experiment continues when the window is closed.
class ExperimentsWindow : public QWidget
{
    Q_OBJECT

public:
    /// A window of its own over `parent`; the runner outlives it.
    explicit ExperimentsWindow(ExperimentRunner& runner, QWidget* parent = nullptr);

    [[nodiscard]] ExperimentControls& controls() const { return *m_controls; }
    [[nodiscard]] ReportView& view() const { return *m_view; }
    [[nodiscard]] NoticeBar& notice() const { return *m_notice; }
    /// Saves the report in the format of the extension: html, csv or md. Returns an error sentence, or an empty string.
    [[nodiscard]] QString save(const QString& path) const;

signals:
    /// F1: asks for this window's page of the manual.
    void manualRequested();

private:
    QToolButton* createSaveButton();
    void choosePath(const QString& suffix, const QString& filter);
    void showReport();

    ExperimentRunner& m_runner;
    ExperimentControls* m_controls;
    NoticeBar* m_notice;
    QStackedWidget* m_stack;
    QLabel* m_empty;
    ReportView* m_view;
    QToolButton* m_save;
};

} // namespace inverso::ui
