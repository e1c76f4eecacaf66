// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/window_stage.h"

#include "ui/cells/form_tabs.h"
#include "ui/inspector/matrix_view.h"
#include "ui/state/explorer_state.h"
#include "ui/state/run_archive.h"
#include "ui/state/selection.h"
#include "ui/tour/stage_actions.h"
#include "ui/tour/stage_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QMainWindow>

#include <algorithm>
#include <set>

namespace inverso::ui {

struct WindowStage::Predicate
{
    const char* name;
    bool (WindowStage::*answer)(const QString&) const;
    const char* arguments; ///< a pattern for the whole argument
};

std::span<const WindowStage::Predicate> WindowStage::predicates()
{
    using S = WindowStage;
    static constexpr Predicate table[] = {
        {"tableOpen", &S::tableOpen, ""},
        {"cellSelected", &S::cellSelected, ""},
        {"formShown", &S::formShown, "edges|nodes|simplified"},
        {"elementPointed", &S::elementPointed, ""},
        {"colouredBy", &S::colouredBy, colouringWords},
        {"hasModel", &S::hasModel, ""},
        {"targetsTried", &S::targetsTried, "\\d+"},
        {"roundsAtLeast", &S::roundsAtLeast, "\\d+"},
        {"runFinished", &S::runFinished, ""},
        {"ranMethod", &S::ranMethod, "[a-z|-]+"},
        {"rankWeightOn", &S::rankWeightOn, ""},
    };
    return table;
}

WindowStage::WindowStage(QMainWindow& window, ExplorerState& state, Selection& selection, QObject* parent)
    : TourStage(parent)
    , m_window(window)
    , m_state(state)
    , m_selection(selection)
    , m_actions(new StageActions(window, state, selection, this))
{
    watchState();
    watchWidgets();
}

void WindowStage::watchState()
{
    connect(&m_selection, &Selection::cellChanged, this, &TourStage::changed);
    for (const auto change : {&ExplorerState::workspaceChanged, &ExplorerState::runBegun, &ExplorerState::runAdvanced,
                              &ExplorerState::snapshotChanged, &ExplorerState::generationsChanged})
        connect(&m_state, change, this, &TourStage::changed);
    connect(&m_state, &ExplorerState::phaseChanged, this, &TourStage::changed);
    connect(&m_state.archive(), &RunArchive::changed, this, &TourStage::changed);
}

void WindowStage::watchWidgets()
{
    if (auto* tabs = m_window.findChild<FormTabs*>())
        connect(tabs, &FormTabs::formChanged, this, &TourStage::changed);
    for (const char* name : {"colouring", "preset", "method"}) {
        if (auto* box = m_window.findChild<QComboBox*>(QLatin1String(name)))
            connect(box, &QComboBox::currentIndexChanged, this, &TourStage::changed);
    }
    if (auto* check = m_window.findChild<QCheckBox*>(QStringLiteral("rankWeight")))
        connect(check, &QCheckBox::toggled, this, &TourStage::changed);
    if (auto* matrix = m_window.findChild<MatrixView*>()) {
        connect(matrix, &MatrixView::elementHovered, this, [this](const auto& element) {
            m_elementPointed = m_elementPointed || element.has_value();
            emit changed();
        });
    }
}

bool WindowStage::knowsAction(const TourCall& call) const
{
    return m_actions->knows(call);
}

TourStage::Undo WindowStage::perform(const TourCall& call)
{
    return m_actions->perform(call);
}

bool WindowStage::knowsPredicate(const TourCall& call) const
{
    return std::ranges::any_of(predicates(), [&](const Predicate& each) { return matches(each, call); });
}

bool WindowStage::holds(const TourCall& predicate) const
{
    const auto found =
        std::ranges::find_if(predicates(), [&](const Predicate& each) { return matches(each, predicate); });
    return found != predicates().end() && (this->*found->answer)(predicate.argument);
}

QWidget* WindowStage::widget(const QString& objectName) const
{
    return objectName.isEmpty() ? nullptr : m_window.findChild<QWidget*>(objectName);
}

bool WindowStage::tableOpen(const QString&) const
{
    return m_state.table() != nullptr;
}

bool WindowStage::cellSelected(const QString&) const
{
    return m_selection.cell().has_value();
}

// A space without that drawing draws its cells in this form anyway.
bool WindowStage::formShown(const QString& form) const
{
    const auto* tabs = m_window.findChild<FormTabs*>();
    const SearchSpace* space = m_state.space();
    if (tabs == nullptr || space == nullptr)
        return false;
    return tabs->form() == cellForm(form) || std::ranges::find(space->forms(), cellForm(form)) == space->forms().end();
}

bool WindowStage::elementPointed(const QString&) const
{
    return m_elementPointed;
}

bool WindowStage::colouredBy(const QString& kind) const
{
    const auto* box = m_window.findChild<QComboBox*>(QStringLiteral("colouring"));
    return box != nullptr && box->currentIndex() >= 0 && box->currentIndex() == colouringIndex(m_state, kind);
}

bool WindowStage::hasModel(const QString&) const
{
    return m_state.hasModel();
}

bool WindowStage::targetsTried(const QString& count) const
{
    std::set<double> targets;
    for (const GeneratedCells& generation : m_state.generations())
        targets.insert(generation.target);
    return targets.size() >= count.toUInt();
}

bool WindowStage::roundsAtLeast(const QString& count) const
{
    const RunRecord& run = m_state.run();
    return !run.isEmpty() && run.rounds().back().number >= count.toInt();
}

bool WindowStage::runFinished(const QString&) const
{
    return m_state.phase() == RunPhase::Ended && !m_state.run().isEmpty();
}

bool WindowStage::ranMethod(const QString& anyOf) const
{
    const QStringList methods = anyOf.split(QLatin1Char('|'));
    const auto isOne = [&](const RunRecord& run) {
        return !run.isEmpty() && methods.contains(QString::fromStdString(run.settings().method));
    };
    return (runFinished({}) && isOne(m_state.run()))
           || std::ranges::any_of(m_state.archive().runs(), [&](const ArchivedRun& run) { return isOne(run.record); });
}

bool WindowStage::rankWeightOn(const QString&) const
{
    const auto* check = m_window.findChild<QCheckBox*>(QStringLiteral("rankWeight"));
    return check != nullptr && check->isEnabledTo(&m_window) && check->isChecked();
}

} // namespace inverso::ui
