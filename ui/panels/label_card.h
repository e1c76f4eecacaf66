// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/benchmark.h"

#include <QFrame>

#include <optional>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace inverso::ui {

class ExplorerState;

/// Asks a person for the label that a search waits for; hidden while none is waited for.
class LabelCard : public QFrame
{
    Q_OBJECT

public:
    explicit LabelCard(ExplorerState& state, QWidget* parent = nullptr);

    /// None: nothing is waited for.
    void setQuestion(std::optional<CellIndex> cell);

signals:
    /// Percent; the test accuracy NaN where it is unknown.
    void answered(const inverso::Label& label);

private:
    QWidget* createCell();
    QWidget* createAnswer();
    void give();

    ExplorerState& m_state;
    QLabel* m_question;
    QLineEdit* m_text;
    QDoubleSpinBox* m_valid;
    QDoubleSpinBox* m_test;
    QLabel* m_problem;
};

} // namespace inverso::ui
