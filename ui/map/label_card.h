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

/// Asks the user for the label that a search waits for, or for several at once; hidden if no search waits.
class LabelCard : public QFrame
{
    Q_OBJECT

public:
    explicit LabelCard(ExplorerState& state, QWidget* parent = nullptr);

    /// None: hides the card.
    void setQuestion(std::optional<AskedBenchmark::Question> question);

public slots:
    /// Reads the labels in that text, one per line (see readLabelLines()); a single label needs no cell.
    void paste(const QString& text);

signals:
    /// Percent; the test accuracy NaN where it is unknown.
    void answered(const inverso::AskedBenchmark::Answers& answers);
    /// The lines of a pasted text that were not used or not asked for; empty: none.
    void reported(const QString& words);

private:
    QWidget* createCell();
    QWidget* createAnswer();
    void give();
    /// The number of cells that can be copied at once; the button is shown if it is more than one.
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
