// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/map_worker.h"

#include "core/base/error.h"
#include "ui/worker/worker_words.h"

#include <QElapsedTimer>

#include <algorithm>

namespace inverso::ui {

namespace {

// The interval between pictures in milliseconds: smooth enough, and the divergence, which costs as much as an
// iteration, stays a small part of the work.
constexpr double pictureMilliseconds = 80.0;

Matrix positionsOf(const std::vector<QPointF>& places)
{
    Matrix positions(places.size(), 2);
    for (std::size_t i = 0; i < places.size(); ++i) {
        positions(i, 0) = static_cast<float>(places[i].x());
        positions(i, 1) = static_cast<float>(places[i].y());
    }
    return positions;
}

} // namespace

void MapWorker::start(quint64 map, const MapRequest& request)
{
    m_map = map;
    m_request = request;
    m_tsne.reset();
    m_slice = 1;
    m_until = 0;
    const ProgressSink progress = throttled([this](double fraction) { emit preparing(m_map, fraction); });
    try {
        m_tsne.emplace(*request.codes, request.settings, progress, request.stop);
        if (!request.start.empty())
            m_tsne->moveTo(positionsOf(request.start));
        emit advanced(m_map, layout());
        resumeUntil(request.settings.iterations);
    } catch (const Cancelled&) {
    } catch (const std::exception& error) {
        emit failed(m_map, sentenceOf(error));
    }
}

void MapWorker::resumeUntil(int iteration)
{
    m_until = iteration;
    schedule();
}

void MapWorker::schedule()
{
    if (m_scheduled)
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(this, &MapWorker::advance, Qt::QueuedConnection);
}

void MapWorker::advance()
{
    m_scheduled = false;
    if (!m_tsne || m_request.stop.stop_requested())
        return;
    const int left = m_until - m_tsne->iteration();
    if (m_until == 0)
        return; // paused
    try {
        QElapsedTimer time;
        time.start();
        m_tsne->step(std::clamp(left, 0, m_slice), m_request.stop);
        emit advanced(m_map, layout());
        const double pace = pictureMilliseconds / static_cast<double>(std::max<qint64>(1, time.elapsed()));
        m_slice = std::clamp(static_cast<int>(m_slice * pace), 1, 2 * m_slice);
    } catch (const Cancelled&) {
        return;
    } catch (const std::exception& error) {
        m_tsne.reset();
        emit failed(m_map, sentenceOf(error));
        return;
    }
    if (m_tsne->iteration() >= m_until)
        emit finished(m_map);
    else
        schedule();
}

MapLayoutPtr MapWorker::layout()
{
    return std::make_shared<const MapLayout>(MapLayout{.kind = MapLayout::Kind::Live,
                                                       .places = mapPlaces(m_tsne->positions()),
                                                       .perplexity = m_request.settings.perplexity,
                                                       .iteration = m_tsne->iteration(),
                                                       .klDivergence = m_tsne->klDivergence(),
                                                       .tuned = m_request.tuned});
}

} // namespace inverso::ui
