// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/strategy.h"

#include <QFrame>

class QLabel;

namespace inverso::ui {

class ExplorerState;

/// Describes the phase after which the run is paused, in one sentence; hidden without one. Lies over the top of another
/// widget, so that widget does not move.
class PhaseCard : public QFrame
{
    Q_OBJECT

public:
    PhaseCard(ExplorerState& state, QWidget& under);

    /// The name for the user: "Predict".
    static QString title(PhaseKind kind);
    static QString sentence(const Phase& phase);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    static QString fitted(const Phase& phase);
    static QString generated(const Phase& phase);
    void showPhase();
    void place();

    ExplorerState& m_state;
    QLabel* m_title;
    QLabel* m_text;
};

} // namespace inverso::ui
