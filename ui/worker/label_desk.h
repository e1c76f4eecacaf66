// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmark/asked_benchmark.h"

#include <QObject>

#include <memory>
#include <optional>

namespace inverso::ui {

/// A search on another thread waits here for a label from the user. GUI thread, except asker().
class LabelDesk : public QObject
{
    Q_OBJECT

public:
    explicit LabelDesk(QObject* parent = nullptr);
    ~LabelDesk() override;

    /// For an AskedBenchmark; may be called on any thread as long as the desk exists, by one thread at a time.
    [[nodiscard]] AskedBenchmark::Ask asker();
    /// The cell whose label the search waits for, and the next ones.
    [[nodiscard]] const std::optional<AskedBenchmark::Question>& question() const { return m_question; }

public slots:
    /// Labels of any cells; percent, `test` NaN if there is none. Does nothing without a question.
    void answer(const inverso::AskedBenchmark::Answers& answers);

signals:
    void questionChanged();

private:
    struct Shared;
    void setQuestion(std::optional<AskedBenchmark::Question> question);

    std::shared_ptr<Shared> m_shared;
    std::optional<AskedBenchmark::Question> m_question;
};

} // namespace inverso::ui
