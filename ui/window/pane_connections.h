// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inverso::ui {

class InversionController;
class RunActions;
class SearchController;
class TrainingSession;
struct Panes;

// Connects the panes with the objects that do their work. The connections end with the panes.

void connectRun(const RunActions& actions, const Panes& panes, SearchController& controller);
void connectInversion(const Panes& panes, InversionController& inversion);
/// Trainings started in the inspector and in the gallery of generated cells.
void connectTraining(const Panes& panes, TrainingSession& training);

} // namespace inverso::ui
