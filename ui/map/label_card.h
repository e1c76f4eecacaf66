// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/asked_benchmark.h"

#include <QFrame>

#include <optional>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace inverso::ui {

class ExplorerState;

/// Asks a person for the label that a search waits for, or for several at once; hidden while none is waited for.
class LabelCard : public QFrame
{
    Q_OBJECT

public:
    explicit LabelCard(ExplorerState& state, QWidget* parent = nullptr);

    /// None: nothing is waited for.
    void setQuestion(std::optional<AskedBenchmark::Question> question);

public slots:
    /// Takes the labels in that text, a line each (see readLabelLines()); a single one may go without its cell.
    void paste(const QString& text);

signals:
    /// Percent; the test accuracy NaN where it is unknown.
    void answered(const inverso::AskedBenchmark::Answers& answers);
    /// What of a pasted text was not taken, or not asked for; empty: nothing.
    void reported(const QString& words);

private:
    QWidget* createCell();
    QWidget* createAnswer();
    void give();
    /// How many cells can be copied at once; the button is there for more than one.
    void setAll(int count);
    [[nodiscard]] QString textOf(CellIndex cell) const;
    [[nodiscard]] QString report(const AskedBenchmark::Answers& taken, QStringList problems) const;

    ExplorerState& m_state;
    QLabel* m_question;
    AskedBenchmark::Question m_asked;
    QLineEdit* m_text;
    QPushButton* m_copyAll;
    QDoubleSpinBox* m_valid;
    QDoubleSpinBox* m_test;
    QLabel* m_problem;
};

} // namespace inverso::ui
