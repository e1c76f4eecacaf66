// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <stop_token>

namespace inverso::ui {

/// The number of a request to the worker. Every reply carries the number of its request.
using JobId = quint64;

/// The requests of one kind. Only the newest counts: to begin one stops the one before, whose replies are late from
/// then on. GUI thread only.
class JobTracker
{
public:
    /// A new job.
    JobId begin()
    {
        abandon();
        m_stop = {};
        m_running = true;
        return m_id;
    }
    /// Stops the job; its last reply is still awaited.
    void requestStop() { m_stop.request_stop(); }
    /// Stops the job and makes all its replies late.
    void abandon()
    {
        m_stop.request_stop();
        m_running = false;
        ++m_id;
    }
    /// Its last reply has come.
    void finish() { m_running = false; }

    /// Of the newest job: a reply with another number is late.
    [[nodiscard]] const JobId& id() const { return m_id; }
    /// Begun, and neither finished nor abandoned.
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] std::stop_token stop() const { return m_stop.get_token(); }

private:
    JobId m_id = 0;
    bool m_running = false;
    std::stop_source m_stop;
};

} // namespace inverso::ui
