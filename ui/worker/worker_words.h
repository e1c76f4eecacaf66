// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <QString>

#include <exception>
#include <functional>

// What the workers tell the window's thread.
namespace inverso::ui {

/// What went wrong, in a sentence for a person.
QString sentenceOf(const std::exception& error);

/// Passes the fraction on at most every 40 ms.
ProgressSink throttled(std::function<void(double fraction)> tell);

} // namespace inverso::ui
