// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/tour_stage.h"

#include <span>

class QMainWindow;

namespace inverso::ui {

class ExplorerState;
class Selection;

/// The actions that the tour's pages name, performed on the real window: docks, controls and actions are found by their
/// object names and used as a user would. Missing ones are skipped.
class StageActions : public QObject
{
    Q_OBJECT

public:
    StageActions(QMainWindow& window, const ExplorerState& state, Selection& selection, QObject* parent);

    [[nodiscard]] bool knows(const TourCall& call) const;
    TourStage::Undo perform(const TourCall& call);

private:
    using Undo = TourStage::Undo;
    struct Action;
    static std::span<const Action> actions();

    // Each takes the call's argument.
    Undo raisePane(const QString& dock);
    Undo selectBestCell(const QString&);
    Undo ensureCell(const QString&);
    Undo showForm(const QString& form);
    Undo openSection(const QString&);
    Undo pointAtEdge(const QString&);
    Undo colourBy(const QString& kind);
    Undo openAdvanced(const QString&);
    Undo setMethod(const QString& method);
    Undo setPreset(const QString& preset);
    Undo setRankWeight(const QString& onOrOff);
    Undo startSearch(const QString& budget);
    Undo stepRound(const QString&);
    Undo setTarget(const QString& target);
    Undo generate(const QString&);

    void trigger(const char* action);

    QMainWindow& m_window;
    const ExplorerState& m_state;
    Selection& m_selection;
};

} // namespace inverso::ui
