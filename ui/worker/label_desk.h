// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/asked_benchmark.h"

#include <QObject>

#include <memory>
#include <optional>

namespace inverso::ui {

/// Where a search on another thread waits for a label that a person gives here. GUI thread, but for asker().
class LabelDesk : public QObject
{
    Q_OBJECT

public:
    explicit LabelDesk(QObject* parent = nullptr);
    ~LabelDesk() override;

    /// For an AskedBenchmark; may be called on any thread as long as the desk lives, and by one at a time.
    [[nodiscard]] AskedBenchmark::Ask asker();
    /// The cell whose label is waited for.
    [[nodiscard]] std::optional<CellIndex> question() const { return m_question; }

public slots:
    /// Percent; `test` NaN where there is none. Nothing happens without a question.
    void answer(const inverso::Label& label);

signals:
    void questionChanged();

private:
    struct Shared;
    void setQuestion(std::optional<CellIndex> cell);

    std::shared_ptr<Shared> m_shared;
    std::optional<CellIndex> m_question;
};

} // namespace inverso::ui
