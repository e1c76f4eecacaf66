// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <chrono>
#include <mutex>
#include <string>

namespace inverso::cli {

/// One line on stderr with the progress of a long computation and the time left; only on a terminal, at most ten
/// times per second. The destructor erases it. Safe to call from several threads.
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// `fraction` 0…1 of the work under this `phase`, negative when unknown.
    void show(const std::string& phase, double fraction, const std::string& detail);
    /// The same as a sink for the core.
    [[nodiscard]] ProgressSink sink();

private:
    using Clock = std::chrono::steady_clock;

    bool m_enabled;
    std::mutex m_mutex;
    std::string m_phase;
    Clock::time_point m_phaseStart;
    Clock::time_point m_shown;
};

} // namespace inverso::cli
