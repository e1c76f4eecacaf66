// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>
#include <string>

namespace inverso {

/// The progress of a long computation. Sent from the computing thread; receivers throttle.
struct Progress
{
    std::string phase;     ///< what is being done, e.g. "Retraining"
    double fraction = 0.0; ///< of this phase, 0…1; negative when unknown
    std::string detail;    ///< optional, e.g. "epoch 12 of 50, loss 0.031"
};

using ProgressSink = std::function<void(const Progress&)>;

} // namespace inverso
