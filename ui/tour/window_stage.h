// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/tour_stage.h"

#include <span>

class QMainWindow;

namespace inverso::ui {

class ExplorerState;
class Selection;
class StageActions;

/// The explorer window as the tour's stage. It finds the real docks and controls by their object names, so create it
/// when all exist; missing ones are skipped.
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
    struct Predicate;
    static std::span<const Predicate> predicates();

    // Each takes the call's argument.
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

    QMainWindow& m_window;
    ExplorerState& m_state;
    Selection& m_selection;
    StageActions* m_actions;
    bool m_elementPointed = false;
};

} // namespace inverso::ui
