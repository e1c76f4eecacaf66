// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector_panel.h"

#include "ui/base/icons.h"
#include "ui/base/notice_bar.h"
#include "ui/cells/cell_view.h"
#include "ui/cells/form_tabs.h"
#include "ui/inspector/export_menu.h"
#include "ui/inspector/inspector_facts.h"
#include "ui/inspector/inspector_neighbours.h"
#include "ui/inspector/inspector_section.h"
#include "ui/inspector/inspector_training.h"
#include "ui/inspector/matrix_view.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace inverso::ui {

namespace {

constexpr int tallestDrawing = 460; // pixels; a drawing does not grow beyond that

} // namespace

InspectorPanel::InspectorPanel(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                               QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("inspector"));
    build(layouter);
    connectParts();
    showSpace();
}

void InspectorPanel::build(const std::shared_ptr<GraphLayouter>& layouter)
{
    m_tabs = new FormTabs;
    m_export = new ExportMenu([this]() -> std::optional<ExportedCell> {
        const auto cell = shownCell();
        if (!cell || !m_view->drawing())
            return std::nullopt;
        const auto& table = m_state.workspace()->table;
        return ExportedCell{{table, &table->space()}, *cell, *m_view->drawing()};
    });
    m_view = new CellView(layouter);
    m_view->setMinimumHeight(200);
    m_view->setMaximumHeight(tallestDrawing);
    m_text = new QLineEdit;
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Cell as text"));
    m_text->setPlaceholderText(tr("no cell selected"));
    m_copy = new QToolButton;
    m_copy->setIcon(themedIcon(QStringLiteral("copy"), palette()));
    m_copy->setToolTip(tr("Copy the cell as text"));
    m_copy->setAccessibleName(tr("Copy the cell as text"));
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_notice = new NoticeBar;
    m_facts = new InspectorFacts(m_state);
    m_matrix = new MatrixView;
    m_matrices = new InspectorSection(tr("Matrices that the model reads"), m_matrix, false);
    m_nearest = new InspectorSection(tr("Nearest in latent space"),
                                     new InspectorNeighbours(m_state, m_selection, layouter), true);

    m_training = new InspectorTraining(m_state, m_selection);
    m_trainings = new InspectorSection(tr("Real training"), m_training, false);

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    auto* line = new QHBoxLayout;
    line->addWidget(m_text, 1);
    line->addWidget(m_copy);
    line->addWidget(m_export);
    layout->addWidget(m_tabs);
    layout->addWidget(m_view, 1);
    layout->addLayout(line);
    layout->addWidget(m_notice);
    layout->addWidget(m_facts);
    layout->addWidget(m_trainings);
    layout->addWidget(m_matrices);
    layout->addWidget(m_nearest);
    layout->addStretch();

    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("inspectorScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

void InspectorPanel::connectParts()
{
    connect(m_tabs, &FormTabs::formChanged, m_view, &CellView::setForm);
    connect(m_copy, &QToolButton::clicked, m_export, [this] { m_export->copy(ExportFormat::Text); });
    connect(m_export, &ExportMenu::failed, m_notice, &NoticeBar::setSentence);
    connect(m_view, &CellView::elementHovered, m_matrix, &MatrixView::setHighlight);
    connect(m_matrix, &MatrixView::elementHovered, m_view, &CellView::setHighlight);
    connect(&m_selection, &Selection::cellChanged, this, &InspectorPanel::showCell);
    connect(&m_state, &ExplorerState::workspaceChanged, this, &InspectorPanel::showSpace);
    connect(&m_state, &ExplorerState::runBegun, this, &InspectorPanel::showFacts);
    connect(&m_state, &ExplorerState::runAdvanced, this, &InspectorPanel::showFacts);
    connect(&m_state, &ExplorerState::snapshotChanged, this, &InspectorPanel::showFacts);
    connect(&m_state, &ExplorerState::datasetChanged, this, &InspectorPanel::showFacts);
    connect(&m_state.trainings(), &CellTrainings::resultsChanged, this, &InspectorPanel::showFacts);
}

QString InspectorPanel::factsText() const
{
    return m_facts->plainText();
}

std::optional<CellIndex> InspectorPanel::shownCell() const
{
    const auto cell = m_selection.cell();
    const SearchSpace* space = m_state.space();
    return cell && space != nullptr && *cell < space->size() ? cell : std::nullopt;
}

void InspectorPanel::showSpace()
{
    m_tabs->setSpace(m_state.space());
    showCell();
}

void InspectorPanel::showCell()
{
    const auto cell = shownCell();
    for (QWidget* widget : {static_cast<QWidget*>(m_copy), static_cast<QWidget*>(m_export)})
        widget->setEnabled(cell.has_value());
    m_matrices->setVisible(cell.has_value());
    m_nearest->setVisible(cell.has_value());
    m_trainings->setVisible(cell.has_value());
    m_training->setCell(cell);
    const Table::Dataset* dataset = m_state.dataset();
    if (cell && dataset != nullptr && std::isnan(dataset->valid[*cell]))
        m_trainings->setOpen(true); // missing from the table: training it gives the label
    m_notice->clear();
    if (cell) {
        const SearchSpace& space = *m_state.space();
        m_view->setHighlight(std::nullopt);
        m_view->setCell(space, *cell);
        m_matrix->setCell(space, *cell);
        m_text->setText(QString::fromStdString(space.text(*cell)));
        m_text->setCursorPosition(0);
    } else {
        m_view->clear(tr("Click a point in the map or in a plot to see its cell."));
        m_matrix->clear();
        m_text->clear();
    }
    m_text->setToolTip(m_text->text());
    showFacts();
}

void InspectorPanel::showFacts()
{
    m_facts->show(shownCell());
}

void InspectorPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_copy->setIcon(themedIcon(QStringLiteral("copy"), palette()));
    QWidget::changeEvent(event);
}

} // namespace inverso::ui
