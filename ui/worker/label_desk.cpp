// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/label_desk.h"

#include "core/base/error.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace inverso::ui {

struct LabelDesk::Shared
{
    std::mutex mutex;
    std::condition_variable_any answered;
    std::optional<AskedBenchmark::Answers> answers; // protected by mutex
};

LabelDesk::LabelDesk(QObject* parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
{
}

LabelDesk::~LabelDesk() = default;

AskedBenchmark::Ask LabelDesk::asker()
{
    return [this, shared = m_shared](const SearchSpace&, const AskedBenchmark::Question& asked,
                                     const std::stop_token& stop) {
        const auto showQuestion = [this](std::optional<AskedBenchmark::Question> question) {
            QMetaObject::invokeMethod(
                this, [this, question] { setQuestion(question); }, Qt::QueuedConnection);
        };
        std::unique_lock lock(shared->mutex);
        shared->answers.reset();
        showQuestion(asked);
        const bool answered = shared->answered.wait(lock, stop, [&] { return shared->answers.has_value(); });
        showQuestion(std::nullopt);
        if (!answered)
            throw Cancelled();
        return *shared->answers;
    };
}

void LabelDesk::answer(const AskedBenchmark::Answers& answers)
{
    if (!m_question)
        return;
    setQuestion(std::nullopt);
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->answers = answers;
    m_shared->answered.notify_all();
}

void LabelDesk::setQuestion(std::optional<AskedBenchmark::Question> question)
{
    if (!question && !m_question)
        return;
    m_question = std::move(question);
    emit questionChanged();
}

} // namespace inverso::ui
