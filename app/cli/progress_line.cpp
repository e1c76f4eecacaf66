// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>

namespace inverso::cli {

namespace {

std::string timeLeft(double elapsedSeconds, double fraction)
{
    constexpr double enoughToTell = 0.02;
    if (fraction < enoughToTell || fraction >= 1.0)
        return {};
    const long left = std::lround(elapsedSeconds * (1.0 - fraction) / fraction);
    char text[32];
    std::snprintf(text, sizeof text, ", %ld:%02ld left", left / 60, left % 60);
    return text;
}

} // namespace

ProgressLine::ProgressLine()
    : m_enabled(isatty(STDERR_FILENO) == 1)
{
}

ProgressLine::~ProgressLine()
{
    if (m_enabled && m_shown != Clock::time_point())
        std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(const std::string& phase, double fraction, const std::string& detail)
{
    if (!m_enabled)
        return;
    const std::lock_guard lock(m_mutex);
    const Clock::time_point now = Clock::now();
    if (phase != m_phase) {
        m_phase = phase;
        m_phaseStart = now;
    } else if (now - m_shown < std::chrono::milliseconds(100)) {
        return;
    }
    m_shown = now;
    std::string line = phase;
    if (fraction >= 0.0) {
        const std::chrono::duration<double> elapsed = now - m_phaseStart;
        line += " " + std::to_string(std::lround(100.0 * fraction)) + " %" + timeLeft(elapsed.count(), fraction);
    }
    if (!detail.empty())
        line += " (" + detail + ")";
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
    std::fflush(stderr);
}

ProgressSink ProgressLine::sink()
{
    return [this](const Progress& progress) { show(progress.phase, progress.fraction, progress.detail); };
}

} // namespace inverso::cli
