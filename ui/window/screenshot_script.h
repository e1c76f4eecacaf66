// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/main_window.h"

namespace inverso::ui {

/// Drives a window through its main states and saves each as <state>-<light|dark>-<scale>x.png into
/// `folder`, so that anyone can look at them. Without a table only the empty states are taken. False,
/// with a sentence on stderr, when a picture cannot be written.
bool takeScreenshots(const MainWindow::Options& options, const QString& folder);

} // namespace inverso::ui
