// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/search_engine.h"

#include <QSet>
#include <QString>

class QMainWindow;
class QUndoStack;

namespace inverso::ui {

class CandidatesPanel;
class ComparePanel;
class ExplorerState;
class FavouriteAction;
class FavouritesPanel;
class FilterPanel;
class InspectorPanel;
class InversionPanel;
class LossesPane;
class RegressionPlot;
class RoundLog;
class RunActions;
class RunPanel;
class RunsPanel;
class SearchCurvePane;
class Selection;

/// What stands around the latent map, each in a dock of its own whose object name is given here. The docks
/// belong to the window.
struct Panes
{
    RunPanel* run = nullptr;               ///< "run"
    FilterPanel* filter = nullptr;         ///< "filter"
    InspectorPanel* inspector = nullptr;   ///< "cell"
    ComparePanel* compare = nullptr;       ///< "compare"
    FavouritesPanel* favourites = nullptr; ///< "favourites"
    SearchCurvePane* curve = nullptr;      ///< "curve"
    RegressionPlot* regression = nullptr;  ///< "regression"
    LossesPane* losses = nullptr;          ///< "losses"
    CandidatesPanel* candidates = nullptr; ///< "candidates"
    RunsPanel* runs = nullptr;             ///< "runs"
    RoundLog* log = nullptr;               ///< "log"
    InversionPanel* inversion = nullptr;   ///< "inversion"
};

/// What the panes are made of.
struct PaneParts
{
    ExplorerState& state;
    Selection& selection;
    std::vector<MethodInfo> methods;
    RunActions& actions;
    QUndoStack& undo;
    FavouriteAction& star;
};

/// Makes the panes and docks them where they are at first.
Panes createPanes(QMainWindow& window, const PaneParts& parts);

/// The object names of the fields in run and inversion whose values are settings.
QSet<QString> settingsFields(std::span<const MethodInfo> methods);

} // namespace inverso::ui
