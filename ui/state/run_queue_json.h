// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/run_queue.h"

#include <QByteArray>

namespace inverso::ui {

/// Waiting runs as JSON, and back: of what cannot be understood no entry comes.
QByteArray toJson(const std::vector<RunQueue::Entry>& entries);
std::vector<RunQueue::Entry> queueFromJson(const QByteArray& json);

} // namespace inverso::ui
