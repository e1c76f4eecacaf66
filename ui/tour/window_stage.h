// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/tour_stage.h"

#include <span>

class QMainWindow;

namespace inverso::ui {

class ExplorerState;
class Selection;

/// The explorer window as the tour's stage. Finds the real docks, controls and actions by their object names
/// and uses them as a person would; what a window lacks is passed over. Make it when all are in place.
class WindowStage : public TourStage
{
    Q_OBJECT

public:
    WindowStage(QMainWindow& window, ExplorerState& state, Selection& selection, QObject* parent = nullptr);

    [[nodiscard]] bool knowsAction(const TourCall& call) const override;
    [[nodiscard]] bool knowsPredicate(const TourCall& call) const override;
    Undo perform(const TourCall& call) override;
    [[nodiscard]] bool holds(const TourCall& predicate) const override;
    [[nodiscard]] QWidget* widget(const QString& objectName) const override;

private:
    struct Action;
    struct Predicate;
    static std::span<const Action> actions();
    static std::span<const Predicate> predicates();

    // Actions; each takes the call's argument.
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

    // Predicates, in the same way.
    [[nodiscard]] bool tableOpen(const QString&) const;
    [[nodiscard]] bool cellSelected(const QString&) const;
    [[nodiscard]] bool formShown(const QString& form) const;
    [[nodiscard]] bool elementPointed(const QString&) const;
    [[nodiscard]] bool colouredBy(const QString& kind) const;
    [[nodiscard]] bool hasModel(const QString&) const;
    [[nodiscard]] bool targetsTried(const QString& count) const;
    [[nodiscard]] bool roundsAtLeast(const QString& count) const;
    [[nodiscard]] bool runFinished(const QString&) const;
    [[nodiscard]] bool ranMethod(const QString& anyOf) const;
    [[nodiscard]] bool rankWeightOn(const QString&) const;

    void watchState();
    void watchWidgets();
    void trigger(const char* action);
    [[nodiscard]] int colouringIndex(const QString& kind) const;

    QMainWindow& m_window;
    ExplorerState& m_state;
    Selection& m_selection;
    bool m_elementPointed = false;
};

} // namespace inverso::ui
