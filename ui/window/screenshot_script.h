// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/main_window.h"

namespace inverso::ui {

/// Drives a window through its main states and saves each as <state>-<light|dark>-<scale>x.png into
/// `folder`, for review. Without a table only the empty states are saved. Returns false, with a sentence on stderr, if
/// a picture cannot be written.
bool takeScreenshots(const MainWindow::Options& options, const QString& folder);

} // namespace inverso::ui
