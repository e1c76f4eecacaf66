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

/// The panes around the latent map, each in its own dock with the given object name. The window owns the docks.
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

/// The objects that the panes use.
struct PaneParts
{
    ExplorerState& state;
    Selection& selection;
    std::vector<MethodInfo> methods;
    RunActions& actions;
    QUndoStack& undo;
    FavouriteAction& star;
};

/// Creates the panes and docks them in the default layout.
Panes createPanes(QMainWindow& window, const PaneParts& parts);

/// The object names of the fields in run and inversion whose values are settings.
QSet<QString> settingsFields(std::span<const MethodInfo> methods);

} // namespace inverso::ui
