// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_panel.h"

#include "ui/base/icons.h"
#include "ui/base/wrap_layout.h"
#include "ui/map/label_card.h"
#include "ui/map/latent_map.h"
#include "ui/map/map_maker_bar.h"
#include "ui/map/map_timeline.h"
#include "ui/map/phase_card.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"
#include "ui/state/map_layouts.h"
#include "ui/state/selection.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inverso::ui {

MapPanel::MapPanel(ExplorerState& state, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_selection(selection)
    , m_map(new LatentMap(state, selection))
    , m_timeline(new MapTimeline(state))
    , m_colouring(new QComboBox)
    , m_layout(new QComboBox)
    , m_maker(new MapMakerBar(state))
    , m_labelCard(new LabelCard(state))
    , m_showMaker(new QAction(this))
    , m_tools(new QActionGroup(this))
    , m_isolate(new QToolButton)
{
    setObjectName(QStringLiteral("mapPanel"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(createControls());
    layout->addWidget(m_maker);
    layout->addWidget(m_labelCard);
    layout->addWidget(m_map, 1);
    layout->addWidget(m_timeline);
    new PhaseCard(m_state, *m_map);

    connect(m_timeline, &MapTimeline::roundChosen, m_map, &LatentMap::setShownRound);
    connect(m_colouring, &QComboBox::activated, this,
            [this](int index) { setColouring(m_colourings[static_cast<std::size_t>(index)]); });
    connect(m_layout, &QComboBox::activated, this,
            [this] { m_state.layouts().show(MapLayout::Kind(m_layout->currentData().toInt())); });
    connect(&m_state.layouts(), &MapLayouts::availableChanged, this, &MapPanel::fillLayouts);
    connect(&m_state.layouts(), &MapLayouts::shownChanged, this, [this](bool another) {
        if (another)
            fillLayouts();
    });
    connect(&m_state, &ExplorerState::workspaceChanged, this, &MapPanel::fillColourings);
    connect(&m_selection, &Selection::groupChanged, this, &MapPanel::updateIsolate);
    connect(&m_state.filter(), &Filter::changed, this, &MapPanel::updateIsolate);
    fillColourings();
    fillLayouts();
    showMaker(false);
    updateIsolate();
    refreshIcons();
}

QWidget* MapPanel::createControls()
{
    auto* box = new QWidget;
    m_controls = new WrapLayout(box);
    m_controls->setContentsMargins(8, 4, 8, 0);
    m_colouring->setObjectName(QStringLiteral("colouring"));
    m_colouring->setAccessibleName(tr("What the colours of the cells mean"));
    m_colouring->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_layout->setObjectName(QStringLiteral("mapLayout"));
    m_layout->setAccessibleName(tr("How the cells are laid out"));
    m_layout->setToolTip(tr("t-SNE keeps neighbours together; the principal components keep the large distances"));
    m_layout->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_controls->addField(tr("Ma&p"), m_layout);
    addMakerButton();
    m_controls->addField(tr("Co&lour"), m_colouring);
    m_controls->addStretch();

    addTool(int(LatentMap::Tool::Pan), QStringLiteral("pan"), tr("Drag moves the map (P)"), Qt::Key_P);
    addTool(int(LatentMap::Tool::Box), QStringLiteral("box-select"),
            tr("Drag draws a box around cells; with Ctrl they are added to the group (B, or Shift+drag)"), Qt::Key_B);
    addTool(int(LatentMap::Tool::Lasso), QStringLiteral("lasso-select"),
            tr("Drag draws a lasso around cells; with Ctrl they are added to the group (L)"), Qt::Key_L);
    m_tools->actions().front()->setChecked(true);

    m_isolate->setAutoRaise(true);
    m_isolate->setObjectName(QStringLiteral("isolate"));
    m_isolate->setFocusPolicy(Qt::StrongFocus);
    connect(m_isolate, &QToolButton::clicked, this,
            [this] { m_state.filter().criteria().isolated.empty() ? isolateGroup() : m_state.filter().isolate({}); });
    m_controls->addWidget(m_isolate);
    return box;
}

void MapPanel::addMakerButton()
{
    m_showMaker->setText(tr("Run t-SNE and watch (T)"));
    m_showMaker->setCheckable(true);
    m_showMaker->setShortcut(Qt::Key_T);
    m_showMaker->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_showMaker);
    connect(m_showMaker, &QAction::toggled, this, &MapPanel::showMaker);
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("showMaker"));
    button->setDefaultAction(m_showMaker);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(tr("Controls of a live t-SNE"));
    m_controls->addWidget(button);
}

void MapPanel::showMaker(bool shown)
{
    m_showMaker->setChecked(shown);
    m_maker->setVisible(shown);
}

void MapPanel::addTool(int tool, const QString& icon, const QString& text, const QKeySequence& key)
{
    auto* action = new QAction(text, this);
    action->setCheckable(true);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setData(icon);
    m_tools->addAction(action);
    addAction(action);
    connect(action, &QAction::triggered, m_map, [this, tool] { m_map->setTool(static_cast<LatentMap::Tool>(tool)); });
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    m_controls->addWidget(button);
}

void MapPanel::setColouring(const CellColouring& colouring)
{
    m_map->setColouring(colouring);
    const QSignalBlocker quiet(m_colouring);
    m_colouring->setCurrentIndex(static_cast<int>(std::ranges::find(m_colourings, colouring) - m_colourings.begin()));
    emit colouringChanged();
}

MapPanel::View MapPanel::view() const
{
    return {m_map->part(), m_map->colouring(), static_cast<int>(m_map->tool()), m_showMaker->isChecked()};
}

void MapPanel::setView(const View& view)
{
    setColouring(view.colouring);
    m_tools->actions().at(view.tool)->trigger();
    showMaker(view.maker);
    m_map->setPart(view.part);
}

void MapPanel::fillColourings()
{
    m_colourings = availableColourings(m_state);
    const QSignalBlocker quiet(m_colouring);
    m_colouring->clear();
    for (const CellColouring& colouring : m_colourings) {
        m_colouring->addItem(colouringName(m_state, colouring));
        if (colouring == m_map->colouring())
            m_colouring->setCurrentIndex(m_colouring->count() - 1);
    }
    m_colouring->setEnabled(m_state.workspace() != nullptr);
}

void MapPanel::fillLayouts()
{
    const QSignalBlocker quiet(m_layout);
    m_layout->clear();
    const auto name = [](MapLayout::Kind kind) {
        switch (kind) {
        case MapLayout::Kind::Ready:
            return tr("t-SNE");
        case MapLayout::Kind::PrincipalPlane:
            return tr("Principal components");
        case MapLayout::Kind::Live:
            return tr("t-SNE, live");
        }
        Q_UNREACHABLE();
    };
    for (const MapLayoutPtr& layout : m_state.layouts().available()) {
        m_layout->addItem(name(layout->kind), int(layout->kind));
        if (layout == m_state.layouts().shown())
            m_layout->setCurrentIndex(m_layout->count() - 1);
    }
    m_layout->setEnabled(m_layout->count() > 1);
}

void MapPanel::isolateGroup()
{
    if (!m_selection.group().empty())
        m_state.filter().isolate(m_selection.group());
}

void MapPanel::updateIsolate()
{
    const bool isolated = !m_state.filter().criteria().isolated.empty();
    const QString text = isolated ? tr("Show the other cells again") : tr("Show only the group in every plot");
    m_isolate->setToolTip(text);
    m_isolate->setAccessibleName(text);
    m_isolate->setCheckable(true);
    m_isolate->setChecked(isolated);
    m_isolate->setEnabled(isolated || !m_selection.group().empty());
}

void MapPanel::refreshIcons()
{
    for (QAction* action : m_tools->actions())
        action->setIcon(themedIcon(action->data().toString(), palette()));
    m_showMaker->setIcon(themedIcon(QStringLiteral("map-run"), palette()));
    m_isolate->setIcon(themedIcon(QStringLiteral("isolate"), palette()));
}

void MapPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        refreshIcons();
    QWidget::changeEvent(event);
}

} // namespace inverso::ui
