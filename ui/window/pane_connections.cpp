// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pane_connections.h"

#include "ui/base/notice_bar.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/inspector_training.h"
#include "ui/inversion/cell_gallery.h"
#include "ui/inversion/inversion_panel.h"
#include "ui/run/run_actions.h"
#include "ui/run/run_panel.h"
#include "ui/window/panes.h"
#include "ui/worker/search_controller.h"
#include "ui/worker/training_session.h"

namespace inverso::ui {

void connectRun(const RunActions& actions, const Panes& panes, SearchController& controller)
{
    QObject::connect(&controller, &SearchController::runFailed, panes.run, &RunPanel::showFailure);
    QObject::connect(&actions, &RunActions::pauseRequested, &controller, &SearchController::pause);
    QObject::connect(&actions, &RunActions::resumeRequested, &controller, &SearchController::resume);
    QObject::connect(&actions, &RunActions::stopRequested, &controller, &SearchController::stop);
}

void connectInversion(const Panes& panes, InversionController& inversion)
{
    InversionPanel* panel = panes.inversion;
    QObject::connect(&inversion, &InversionController::generateFailed, &panel->notice(), &NoticeBar::setSentence);
    QObject::connect(&inversion, &InversionController::generating, panel, &InversionPanel::setBusy);
    QObject::connect(&inversion, &InversionController::evaluating, panel, &InversionPanel::setMeasuring);
    QObject::connect(&inversion, &InversionController::evaluateFailed, &panel->notice(), &NoticeBar::setSentence);
    QObject::connect(panel, &InversionPanel::generateRequested, &inversion, &InversionController::generate);
    QObject::connect(panel, &InversionPanel::measureRequested, &inversion, &InversionController::evaluate);
    QObject::connect(panel, &InversionPanel::measureCancelled, &inversion, &InversionController::cancelEvaluation);
}

void connectTraining(const Panes& panes, TrainingSession& training)
{
    InspectorTraining* inspector = &panes.inspector->training();
    InversionPanel* panel = panes.inversion;
    CellGallery& gallery = panel->gallery();
    QObject::connect(inspector, &InspectorTraining::trainRequested, &training, &TrainingSession::train);
    QObject::connect(inspector, &InspectorTraining::cancelRequested, &training, &TrainingSession::cancel);
    QObject::connect(&gallery, &CellGallery::trainRequested, panel,
                     [panel, inspector, &training](const std::vector<CellIndex>& cells) {
                         panel->notice().clear();
                         for (const CellIndex cell : cells)
                             training.train(cell, inspector->images());
                     });
    QObject::connect(&gallery, &CellGallery::cancelRequested, panel, [&training](const std::vector<CellIndex>& cells) {
        for (const CellIndex cell : cells)
            training.cancel(cell);
    });
    QObject::connect(&training, &TrainingSession::failed, panel, [panel](CellIndex cell, const QString& sentence) {
        if (panel->gallery().generated().indexOf(cell).isValid())
            panel->notice().setSentence(sentence);
    });
}

} // namespace inverso::ui
