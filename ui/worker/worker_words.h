// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <QString>

#include <exception>
#include <functional>

// Messages of the workers to the window's thread.
namespace inverso::ui {

/// The error as a sentence for the user.
QString sentenceOf(const std::exception& error);

/// Passes the fraction on at most every 40 ms.
ProgressSink throttled(std::function<void(double fraction)> notify);

} // namespace inverso::ui
