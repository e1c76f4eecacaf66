// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector_neighbours.h"

#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace inverso::ui {

namespace {

constexpr std::size_t cellsAtATime = 4096; // well below a millisecond per portion
constexpr int columns = 3;

} // namespace

InspectorNeighbours::InspectorNeighbours(ExplorerState& state, Selection& selection,
                                         std::shared_ptr<GraphLayouter> layouter, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_selection(selection)
    , m_caption(new QLabel(this))
{
    setObjectName(QStringLiteral("neighbours"));
    m_caption->setWordWrap(true);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_caption, 0, 0, 1, columns);
    for (std::size_t i = 0; i < count; ++i) {
        auto* button = new CellButton(layouter, this);
        button->hide();
        layout->addWidget(button, 1 + static_cast<int>(i) / columns, static_cast<int>(i) % columns);
        connect(button, &CellButton::clicked, this, [this, button] { m_selection.select(button->cell()); });
        connect(button, &CellButton::hovered, this,
                [this, button](bool here) { m_selection.hover(here ? std::optional(button->cell()) : std::nullopt); });
        m_buttons[i] = button;
    }
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &InspectorNeighbours::seek);
    connect(&m_selection, &Selection::cellChanged, this, &InspectorNeighbours::restart);
    connect(&m_state, &ExplorerState::workspaceChanged, this, &InspectorNeighbours::restart);
    connect(&m_state, &ExplorerState::latentsChanged, this, &InspectorNeighbours::restart);
    connect(&m_state, &ExplorerState::datasetChanged, this, &InspectorNeighbours::restart);
    restart();
}

std::vector<CellButton*> InspectorNeighbours::shown() const
{
    std::vector<CellButton*> result;
    for (CellButton* button : m_buttons) {
        if (!button->isHidden())
            result.push_back(button);
    }
    return result;
}

void InspectorNeighbours::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_search)
        m_timer.start();
}

void InspectorNeighbours::restart()
{
    m_timer.stop();
    m_search.reset();
    const auto cell = m_selection.cell();
    const bool any = cell && m_state.space() != nullptr && *cell < m_state.space()->size();
    setRoomKept(any && m_state.workspace()->latents != nullptr);
    if (!any || m_state.workspace()->latents == nullptr) {
        for (CellButton* button : m_buttons)
            button->hide();
        m_caption->setText(!any                                 ? tr("Select a cell to see those nearest to it.")
                           : m_state.workspace()->latentsComing ? tr("The latent codes are being computed…")
                                                                : tr("There are no weights, so cells have no latent "
                                                                     "codes."));
        return;
    }
    m_caption->setText(m_state.dataset() != nullptr ? tr("Euclidean distance · true validation accuracy")
                                                    : tr("Euclidean distance"));
    m_search.emplace(m_state.workspace()->latents, *cell, count);
    if (isVisible())
        m_timer.start();
}

void InspectorNeighbours::setRoomKept(bool kept)
{
    for (CellButton* button : m_buttons) {
        QSizePolicy policy = button->sizePolicy();
        policy.setRetainSizeWhenHidden(kept);
        button->setSizePolicy(policy);
    }
}

void InspectorNeighbours::seek()
{
    if (!isVisible()) {
        m_timer.stop(); // continues when the widget is visible
        return;
    }
    if (!m_search->advance(cellsAtATime))
        return;
    m_timer.stop();
    present();
    m_search.reset();
}

void InspectorNeighbours::present()
{
    const std::vector<NearestCells::Neighbour> found = m_search->nearest();
    const Table::Dataset* dataset = m_state.dataset();
    for (std::size_t i = 0; i < count; ++i) {
        m_buttons[i]->setVisible(i < found.size());
        if (i >= found.size())
            continue;
        const CellIndex cell = found[i].cell;
        const double distance = double{found[i].distance};
        const QString text = QLocale().toString(distance, 'g', 3);
        m_buttons[i]->setCell(*m_state.space(), cell);
        m_buttons[i]->setText(dataset == nullptr
                                  ? text
                                  : QStringLiteral("%1 · %2").arg(text, percentText(double{dataset->valid[cell]}, 1)));
        const QString tip = tr("%1\nlatent distance %2").arg(cellTooltip(m_state, cell), QLocale().toString(distance));
        m_buttons[i]->setToolTip(tip);
        m_buttons[i]->setAccessibleDescription(tip);
    }
}

} // namespace inverso::ui
