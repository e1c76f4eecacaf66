// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/label_desk.h"

#include "core/base/error.h"

#include <condition_variable>
#include <mutex>

namespace inverso::ui {

struct LabelDesk::Shared
{
    std::mutex mutex;
    std::condition_variable_any answered;
    std::optional<Label> answer; // protected by mutex
};

LabelDesk::LabelDesk(QObject* parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
{
}

LabelDesk::~LabelDesk() = default;

AskedBenchmark::Ask LabelDesk::asker()
{
    return [this, shared = m_shared](const SearchSpace&, CellIndex cell, const std::stop_token& stop) {
        const auto tell = [this](std::optional<CellIndex> question) {
            QMetaObject::invokeMethod(
                this, [this, question] { setQuestion(question); }, Qt::QueuedConnection);
        };
        std::unique_lock lock(shared->mutex);
        shared->answer.reset();
        tell(cell);
        const bool answered = shared->answered.wait(lock, stop, [&] { return shared->answer.has_value(); });
        tell(std::nullopt);
        if (!answered)
            throw Cancelled();
        return *shared->answer;
    };
}

void LabelDesk::answer(const Label& label)
{
    if (!m_question)
        return;
    setQuestion(std::nullopt);
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->answer = label;
    m_shared->answered.notify_all();
}

void LabelDesk::setQuestion(std::optional<CellIndex> cell)
{
    if (cell == m_question)
        return;
    m_question = cell;
    emit questionChanged();
}

} // namespace inverso::ui
