// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inverso::ui {

class MainWindow;
class RunActions;
struct Panes;

/// Fills the window's menu bar. The docks exist already.
void createMenus(MainWindow& window, const RunActions& run, const Panes& panes);

} // namespace inverso::ui
