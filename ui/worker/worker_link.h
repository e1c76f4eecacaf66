// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/search_worker.h"

#include <QThread>

#include <functional>
#include <type_traits>
#include <utility>

namespace inverso::ui {

/// The search worker on its thread, shared by its handles on the window's thread: they queue commands, and receive the
/// replies to requests that are still valid. GUI thread only.
class WorkerLink
{
public:
    explicit WorkerLink(SearchEnginePtr engine);
    ~WorkerLink() { shutdown(); }
    WorkerLink(const WorkerLink&) = delete;
    WorkerLink& operator=(const WorkerLink&) = delete;

    /// Queues a command; does nothing after shutdown().
    template <typename... Args>
    void post(void (SearchWorker::*command)(Args...), const std::type_identity_t<std::decay_t<Args>>&... arguments)
    {
        if (m_worker == nullptr)
            return;
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, command, ... arguments = arguments] { (worker->*command)(arguments...); },
            Qt::QueuedConnection);
    }

    /// Calls `handler` (a member of `receiver`, or a function of it) with a reply whose job is `wanted` when it
    /// arrives; a late one is dropped. All replies come through here.
    template <typename Receiver, typename... Args, typename Handler>
    void onReply(Receiver* receiver, void (SearchWorker::*reply)(JobId, Args...), const JobId& wanted, Handler handler)
    {
        QObject::connect(m_worker, reply, receiver,
                         [receiver, &wanted, handler](JobId job, const std::decay_t<Args>&... arguments) {
                             if (job == wanted)
                                 std::invoke(handler, receiver, arguments...);
                         });
    }

    /// Joins the thread, which must be stopped before; no more replies arrive.
    void shutdown();

private:
    QThread m_thread;
    SearchWorker* m_worker; ///< lives on m_thread, which deletes it; null after shutdown()
};

} // namespace inverso::ui
