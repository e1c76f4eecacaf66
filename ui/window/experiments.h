// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/experiment_runner.h"

#include <QPointer>

namespace inverso::ui {

class ExperimentsWindow;

/// The experiments of a window: their runner, which lives as long as this object, and their window while it is open.
class Experiments : public QObject
{
    Q_OBJECT

public:
    /// `remembers`: restores the last folder of results.
    Experiments(SearchEnginePtr engine, bool remembers, QWidget* parent);
    ~Experiments() override;

    [[nodiscard]] ExperimentRunner& runner() { return m_runner; }
    /// Null if it was never shown.
    [[nodiscard]] ExperimentsWindow* window() const;

public slots:
    void show();
    /// Creates the window again, in the current language.
    void dressAnew();

signals:
    /// Forwarded from their window.
    void manualRequested();

private:
    void makeWindow();

    QWidget* m_parent;
    bool m_remembers;
    ExperimentRunner m_runner;
    QPointer<ExperimentsWindow> m_window;
};

} // namespace inverso::ui
