// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inverso::ui {

class InversionPanel;
class LatentMap;
class MainWindow;
class RunActions;

/// Fills the window's menu bar. The docks exist already.
void createMenus(MainWindow& window, const RunActions& run, LatentMap& map, InversionPanel& inversion);

} // namespace inverso::ui
