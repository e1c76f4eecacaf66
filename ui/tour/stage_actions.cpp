// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/stage_actions.h"

#include "ui/cells/form_tabs.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/inspector_section.h"
#include "ui/inspector/matrix_view.h"
#include "ui/inversion/inversion_panel.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"
#include "ui/tour/stage_words.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QMainWindow>
#include <QPointer>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr double lowerBy = 5.0; // percentage points, of setTarget:lower

// Sets a property and returns a function that restores it, unless it has been changed since.
template <typename Widget, typename Value>
TourStage::Undo change(Widget* widget, Value (Widget::*get)() const, void (Widget::*set)(Value), Value value)
{
    if (widget == nullptr)
        return {};
    const Value before = (widget->*get)();
    (widget->*set)(value);
    const Value after = (widget->*get)();
    if (after == before)
        return {};
    return [widget = QPointer(widget), get, set, before, after] {
        if (widget && (widget->*get)() == after)
            (widget->*set)(before);
    };
}

// Selects an entry as a user does: some widgets connect only to this signal.
void pick(QComboBox& box, int index)
{
    box.setCurrentIndex(index);
    emit box.activated(index);
}

TourStage::Undo choose(QComboBox* box, int index)
{
    if (box == nullptr || index < 0 || index >= box->count() || index == box->currentIndex())
        return {};
    const int before = box->currentIndex();
    pick(*box, index);
    return [box = QPointer(box), before, index] {
        if (box && box->currentIndex() == index && before < box->count())
            pick(*box, before);
    };
}

// The first edge in reading order; vertex 0 if there are no edges.
CellElement firstEdge(const Graph& graph)
{
    for (int from = 0; from < graph.vertexCount(); ++from) {
        for (int to = from + 1; to < graph.vertexCount(); ++to) {
            if (graph.edge(from, to))
                return {from, to};
        }
    }
    return CellElement::vertex(0);
}

bool isInFront(const QDockWidget* dock)
{
    return dock->isVisible() && !dock->visibleRegion().isEmpty();
}

} // namespace

struct StageActions::Action
{
    const char* name;
    Undo (StageActions::*run)(const QString&);
    const char* arguments; ///< a pattern for the whole argument
};

std::span<const StageActions::Action> StageActions::actions()
{
    using S = StageActions;
    static constexpr Action table[] = {
        {"raisePane", &S::raisePane, "[a-z]+"},
        {"selectBestCell", &S::selectBestCell, ""},
        {"ensureCell", &S::ensureCell, ""},
        {"showForm", &S::showForm, "edges|nodes|simplified"},
        {"openSection", &S::openSection, "matrices"},
        {"pointAtEdge", &S::pointAtEdge, ""},
        {"colourBy", &S::colourBy, colouringWords},
        {"openAdvanced", &S::openAdvanced, ""},
        {"setMethod", &S::setMethod, "[a-z-]+"},
        {"setPreset", &S::setPreset, "default|thesis"},
        {"setRankWeight", &S::setRankWeight, "on|off"},
        {"startSearch", &S::startSearch, "\\d+"},
        {"stepRound", &S::stepRound, ""},
        {"setTarget", &S::setTarget, "best|lower|\\d+(\\.\\d+)?"},
        {"generate", &S::generate, ""},
    };
    return table;
}

StageActions::StageActions(QMainWindow& window, const ExplorerState& state, Selection& selection, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_state(state)
    , m_selection(selection)
{
}

bool StageActions::knows(const TourCall& call) const
{
    return std::ranges::any_of(actions(), [&](const Action& each) { return matches(each, call); });
}

TourStage::Undo StageActions::perform(const TourCall& call)
{
    const auto found = std::ranges::find_if(actions(), [&](const Action& each) { return matches(each, call); });
    return found != actions().end() ? (this->*found->run)(call.argument) : Undo();
}

TourStage::Undo StageActions::raisePane(const QString& name)
{
    auto* dock = m_window.findChild<QDockWidget*>(name);
    if (dock == nullptr || isInFront(dock))
        return {};
    const QList<QDockWidget*> neighbours = m_window.tabifiedDockWidgets(dock);
    const auto front = std::ranges::find_if(neighbours, isInFront);
    const QPointer<QDockWidget> former = front != neighbours.end() ? *front : nullptr;
    const bool wasHidden = dock->isHidden();
    dock->show();
    dock->raise();
    return [dock = QPointer(dock), former, wasHidden] {
        if (!dock)
            return;
        if (wasHidden)
            dock->hide();
        else if (former && former->isVisible() && isInFront(dock))
            former->raise();
    };
}

// The best cell that the run has queried; before a run, the best of the table.
TourStage::Undo StageActions::selectBestCell(const QString&)
{
    const Table::Dataset* dataset = m_state.dataset();
    if (dataset == nullptr)
        return {};
    const Query* best = m_state.run().best();
    const CellIndex wanted = best != nullptr ? best->cell : dataset->best;
    const std::optional<CellIndex> before = m_selection.cell();
    if (before == wanted)
        return {};
    m_selection.select(wanted);
    const QPointer<StageActions> actions(this);
    return [actions, before, wanted, workspace = m_state.workspace()] {
        if (actions && actions->m_state.workspace() == workspace && actions->m_selection.cell() == wanted)
            actions->m_selection.select(before);
    };
}

TourStage::Undo StageActions::ensureCell(const QString&)
{
    return m_selection.cell() ? Undo() : selectBestCell({});
}

TourStage::Undo StageActions::showForm(const QString& form)
{
    QTabBar* tabs = m_window.findChild<FormTabs*>();
    for (int tab = 0; tabs != nullptr && tab < tabs->count(); ++tab) {
        if (tabs->tabData(tab).toInt() == static_cast<int>(cellForm(form)))
            return change(tabs, &QTabBar::currentIndex, &QTabBar::setCurrentIndex, tab);
    }
    return {};
}

TourStage::Undo StageActions::openSection(const QString&)
{
    auto* panel = m_window.findChild<InspectorPanel*>();
    return panel != nullptr ? change(&panel->matrices(), &InspectorSection::isOpen, &InspectorSection::setOpen, true)
                            : Undo();
}

// As if the pointer were on the first edge of the adjacency matrix.
TourStage::Undo StageActions::pointAtEdge(const QString&)
{
    auto* matrix = m_window.findChild<MatrixView*>();
    if (matrix == nullptr || !m_selection.cell() || m_state.space() == nullptr)
        return {};
    const auto point = [](MatrixView& view, std::optional<CellElement> element) {
        view.setHighlight(element);
        emit view.elementHovered(element);
    };
    point(*matrix, firstEdge(m_state.space()->graph(*m_selection.cell())));
    return [matrix = QPointer(matrix), point] {
        if (matrix)
            point(*matrix, std::nullopt);
    };
}

TourStage::Undo StageActions::colourBy(const QString& kind)
{
    return choose(m_window.findChild<QComboBox*>(QStringLiteral("colouring")), colouringIndex(m_state, kind));
}

TourStage::Undo StageActions::openAdvanced(const QString&)
{
    QAbstractButton* toggle = m_window.findChild<QToolButton*>(QStringLiteral("advancedToggle"));
    return change(toggle, &QAbstractButton::isChecked, &QAbstractButton::setChecked, true);
}

TourStage::Undo StageActions::setMethod(const QString& method)
{
    auto* box = m_window.findChild<QComboBox*>(QStringLiteral("method"));
    return choose(box, box != nullptr ? box->findData(method) : -1);
}

TourStage::Undo StageActions::setPreset(const QString& preset)
{
    const Preset wanted = preset == QLatin1String("thesis") ? Preset::Thesis : Preset::Default;
    auto* box = m_window.findChild<QComboBox*>(QStringLiteral("preset"));
    return choose(box, box != nullptr ? box->findData(static_cast<int>(wanted)) : -1);
}

TourStage::Undo StageActions::setRankWeight(const QString& onOrOff)
{
    QAbstractButton* check = m_window.findChild<QCheckBox*>(QStringLiteral("rankWeight"));
    return change(check, &QAbstractButton::isChecked, &QAbstractButton::setChecked, onOrOff == QLatin1String("on"));
}

void StageActions::trigger(const char* action)
{
    if (auto* found = m_window.findChild<QAction*>(QLatin1String(action)))
        found->trigger(); // does nothing if the run does not allow it
}

// Resumes a paused run, else starts one with that budget.
TourStage::Undo StageActions::startSearch(const QString& budget)
{
    if (m_state.phase() == RunPhase::Paused) {
        trigger("pauseAction");
        return {};
    }
    if (isActive(m_state.phase()))
        return {};
    auto* box = m_window.findChild<QSpinBox*>(QStringLiteral("budget"));
    Undo undo = change(box, &QSpinBox::value, &QSpinBox::setValue, budget.toInt());
    trigger("startAction");
    return undo;
}

TourStage::Undo StageActions::stepRound(const QString&)
{
    trigger("stepAction");
    return {};
}

TourStage::Undo StageActions::setTarget(const QString& target)
{
    auto* box = m_window.findChild<QDoubleSpinBox*>(QStringLiteral("target"));
    if (box == nullptr)
        return {};
    double percent = target.toDouble();
    if (target == QLatin1String("lower"))
        percent = box->value() - lowerBy;
    if (target == QLatin1String("best")) {
        const RunRecord& run = m_state.run();
        if (run.best() == nullptr)
            return {};
        percent = run.curve().back().bestValid;
    }
    return change(box, &QDoubleSpinBox::value, &QDoubleSpinBox::setValue, percent);
}

TourStage::Undo StageActions::generate(const QString&)
{
    if (auto* panel = m_window.findChild<InversionPanel*>())
        panel->requestGeneration();
    return {};
}

} // namespace inverso::ui
