// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/experiment_runner.h"

#include <QPointer>

namespace inverso::ui {

class ExperimentsWindow;

/// The experiments of a window: their runner, which lives as long, and the window over them while it is wanted.
class Experiments : public QObject
{
    Q_OBJECT

public:
    /// `remembers`: the folder of results is that of the last time.
    Experiments(SearchEnginePtr engine, bool remembers, QWidget* parent);
    ~Experiments() override;

    [[nodiscard]] ExperimentRunner& runner() { return m_runner; }
    /// Null while it was never shown.
    [[nodiscard]] ExperimentsWindow* window() const;

public slots:
    void show();
    /// The window made anew, in the language of the moment.
    void dressAnew();

signals:
    /// Out of the window over them.
    void manualRequested();

private:
    void makeWindow();

    QWidget* m_parent;
    bool m_remembers;
    ExperimentRunner m_runner;
    QPointer<ExperimentsWindow> m_window;
};

} // namespace inverso::ui
