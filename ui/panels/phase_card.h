// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/strategy.h"

#include <QFrame>

class QLabel;

namespace inverso::ui {

class ExplorerState;

/// What the phase that the run is paused behind did, in one line of plain words; hidden without one.
class PhaseCard : public QFrame
{
    Q_OBJECT

public:
    explicit PhaseCard(ExplorerState& state, QWidget* parent = nullptr);

    /// For people: "Predict".
    static QString title(PhaseKind kind);
    static QString sentence(const Phase& phase);

private:
    void showPhase();

    ExplorerState& m_state;
    QLabel* m_title;
    QLabel* m_text;
};

} // namespace inverso::ui
