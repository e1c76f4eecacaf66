// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/map_maker.h"

#include "ui/worker/map_worker.h"

#include <utility>

namespace inverso::ui {

MapMaker::MapMaker(QObject* parent)
    : QObject(parent)
    , m_worker(new MapWorker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &MapWorker::preparing, this, [this](quint64 map, double fraction) {
        if (map == m_map && m_phase == MapPhase::Preparing)
            emit preparing(fraction);
    });
    connect(m_worker, &MapWorker::advanced, this, [this](quint64 map, const MapLayoutPtr& layout) {
        if (map != m_map)
            return;
        if (m_phase == MapPhase::Preparing)
            setPhase(MapPhase::Running);
        emit advanced(layout);
    });
    connect(m_worker, &MapWorker::finished, this, [this](quint64 map) {
        if (map == m_map && m_phase == MapPhase::Running)
            setPhase(MapPhase::Finished);
    });
    connect(m_worker, &MapWorker::failed, this, [this](quint64 map, const QString& sentence) {
        if (map != m_map)
            return;
        setPhase(MapPhase::Idle);
        emit failed(sentence);
    });
    m_thread.setObjectName(QStringLiteral("inverso map"));
}

MapMaker::~MapMaker()
{
    m_stop.request_stop();
    m_worker->disconnect(this);
    if (m_thread.isRunning()) {
        m_thread.quit();
        m_thread.wait(); // deletes the worker
    } else {
        delete m_worker;
    }
}

template <typename Call> void MapMaker::post(Call call)
{
    QMetaObject::invokeMethod(m_worker, std::move(call), Qt::QueuedConnection);
}

void MapMaker::start(MapRequest request)
{
    m_stop.request_stop();
    m_stop = {};
    request.stop = m_stop.get_token();
    m_portion = m_iterations = request.settings.iterations;
    ++m_map;
    if (!m_thread.isRunning())
        m_thread.start(); // on first use: many windows never compute a map
    setPhase(MapPhase::Preparing);
    post([worker = m_worker, map = m_map, request = std::move(request)] { worker->start(map, request); });
}

void MapMaker::pause()
{
    if (m_phase != MapPhase::Running)
        return;
    setPhase(MapPhase::Paused);
    post([worker = m_worker] { worker->pause(); });
}

void MapMaker::resume()
{
    if (m_phase != MapPhase::Paused && m_phase != MapPhase::Finished)
        return;
    if (m_phase == MapPhase::Finished)
        m_iterations += m_portion;
    setPhase(MapPhase::Running);
    post([worker = m_worker, until = m_iterations] { worker->resumeUntil(until); });
}

void MapMaker::stop()
{
    if (m_phase == MapPhase::Idle)
        return;
    m_stop.request_stop();
    ++m_map;
    setPhase(MapPhase::Idle);
}

void MapMaker::setPhase(MapPhase phase)
{
    if (phase == m_phase)
        return;
    m_phase = phase;
    emit phaseChanged(phase);
}

} // namespace inverso::ui
