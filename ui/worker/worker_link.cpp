// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/worker_link.h"

namespace inverso::ui {

WorkerLink::WorkerLink(SearchEnginePtr engine)
    : m_worker(new SearchWorker(std::move(engine)))
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("inverso worker"));
    m_thread.start();
}

void WorkerLink::shutdown()
{
    if (m_worker == nullptr)
        return;
    m_worker->disconnect();
    m_worker = nullptr;
    m_thread.quit();
    m_thread.wait();
}

} // namespace inverso::ui
