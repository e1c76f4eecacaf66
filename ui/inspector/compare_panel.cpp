// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/compare_panel.h"

#include "ui/cells/cell_view.h"
#include "ui/cells/form_tabs.h"
#include "ui/inspector/compare_rows.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace inverso::ui {

namespace {

constexpr int wideEnough = 700; // for the table beside the drawings

} // namespace

ComparePanel::ComparePanel(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                           QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_selection(selection)
{
    setObjectName(QStringLiteral("compare"));
    build(layouter);
    connectParts();
    showSpace();
}

ComparePanel::Side ComparePanel::makeSide(const std::shared_ptr<GraphLayouter>& layouter, const QString& objectName,
                                          QBoxLayout* into)
{
    Side side{new QLabel, new CellView(layouter)};
    side.title->setTextFormat(Qt::PlainText);
    side.title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    side.title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    side.view->setObjectName(objectName);
    auto* column = new QVBoxLayout;
    column->addWidget(side.title);
    column->addWidget(side.view, 1);
    into->addLayout(column, 1);
    return side;
}

void ComparePanel::build(const std::shared_ptr<GraphLayouter>& layouter)
{
    m_tabs = new FormTabs;
    const auto addButton = [](const QString& name, const QString& text, const QString& tip) {
        auto* button = new QPushButton(text);
        button->setObjectName(name);
        button->setToolTip(tip);
        button->setAccessibleDescription(tip);
        return button;
    };
    m_pin = addButton(QStringLiteral("pinButton"), tr("Pin as A"), tr("Pin the selected cell as A"));
    m_swap = addButton(QStringLiteral("swapButton"), tr("Swap"),
                       tr("Select the cell pinned as A, and pin the selected cell instead"));
    m_clear = addButton(QStringLiteral("unpinButton"), tr("Clear"), tr("Unpin cell A"));
    auto* drawings = new QHBoxLayout;
    m_a = makeSide(layouter, QStringLiteral("compareViewA"), drawings);
    m_b = makeSide(layouter, QStringLiteral("compareViewB"), drawings);
    m_a.view->setAccessibleName(tr("Drawing of cell A"));
    m_b.view->setAccessibleName(tr("Drawing of cell B"));
    m_summary = new QLabel;
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setAccessibleName(tr("Summary of the comparison"));
    makeTable();

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_pin);
    buttons->addWidget(m_swap);
    buttons->addWidget(m_clear);
    buttons->addStretch(1);
    m_head = new QBoxLayout(QBoxLayout::TopToBottom);
    m_head->addLayout(buttons);
    m_head->addWidget(m_tabs, 0, Qt::AlignBottom);
    auto* left = new QVBoxLayout;
    left->addLayout(m_head);
    left->addLayout(drawings, 1);
    auto* right = new QVBoxLayout;
    right->addWidget(m_summary);
    right->addWidget(m_table, 1);
    m_body = new QBoxLayout(QBoxLayout::TopToBottom);
    m_body->addLayout(left, 3);
    m_body->addLayout(right, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addLayout(m_body, 1);
}

void ComparePanel::makeTable()
{
    m_table = new QTableWidget(0, 3);
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setAccessibleName(tr("Properties of both cells"));
    m_table->setHorizontalHeaderLabels({QString(), tr("A"), tr("B")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(fontMetrics().horizontalAdvance(tr("avg pool 3×3")) + 24);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setMinimumHeight(90);
}

void ComparePanel::connectParts()
{
    connect(m_tabs, &FormTabs::formChanged, m_a.view, &CellView::setForm);
    connect(m_tabs, &FormTabs::formChanged, m_b.view, &CellView::setForm);
    const auto both = [this](const Side& from, const Side& to) {
        connect(from.view, &CellView::elementHovered, to.view, [this, view = to.view](auto element) {
            if (m_state.space() != nullptr && m_state.space()->hasFixedEdges()) // same vertices in all cells
                view->setHighlight(element);
        });
    };
    both(m_a, m_b);
    both(m_b, m_a);
    connect(m_pin, &QPushButton::clicked, this, [this] { pin(selected()); });
    connect(m_swap, &QPushButton::clicked, this, &ComparePanel::swap);
    connect(m_clear, &QPushButton::clicked, this, [this] { pin(std::nullopt); });
    connect(&m_selection, &Selection::cellChanged, this, &ComparePanel::compare);
    connect(&m_state, &ExplorerState::workspaceAboutToChange, this, [this] { pin(std::nullopt); });
    connect(&m_state, &ExplorerState::workspaceChanged, this, &ComparePanel::showSpace);
    connect(&m_state, &ExplorerState::latentsChanged, this, &ComparePanel::compare);
    connect(&m_state, &ExplorerState::snapshotChanged, this, &ComparePanel::compare);
    connect(&m_state, &ExplorerState::runBegun, this, &ComparePanel::compare);
}

QString ComparePanel::summary() const
{
    return m_summary->text();
}

std::optional<CellIndex> ComparePanel::selected() const
{
    const auto cell = m_selection.cell();
    const SearchSpace* space = m_state.space();
    return cell && space != nullptr && *cell < space->size() ? cell : std::nullopt;
}

void ComparePanel::pin(std::optional<CellIndex> cell)
{
    m_pinned = cell;
    compare();
}

void ComparePanel::swap()
{
    const auto before = m_pinned;
    m_pinned = selected();
    m_selection.select(before); // compares
}

void ComparePanel::showSpace()
{
    m_tabs->setSpace(m_state.space());
    compare();
}

void ComparePanel::compare()
{
    const auto cell = selected();
    m_pin->setEnabled(cell.has_value() && cell != m_pinned);
    m_swap->setEnabled(cell && m_pinned && cell != m_pinned);
    m_clear->setEnabled(m_pinned.has_value());
    showSide(m_a, tr("A"), m_pinned, tr("Select a cell and pin it as A."));
    showSide(m_b, tr("B"), cell, tr("B is the selected cell."));
    elideTitles();
    const bool both = cell && m_pinned;
    m_summary->setVisible(both);
    m_table->setVisible(both);
    if (!both)
        return mark({});
    const CellDifference difference = cellDifference(*m_state.space(), *m_pinned, *cell);
    mark(difference);
    m_summary->setText(compareSummary(m_state, *m_pinned, *cell, difference));
    fillTable(difference, *m_pinned, *cell);
}

void ComparePanel::showSide(const Side& side, const QString& letter, std::optional<CellIndex> cell, const QString& hint)
{
    if (!cell) {
        side.title->setToolTip(letter);
        side.view->clear(hint);
        return;
    }
    const QString text = QString::fromStdString(m_state.space()->text(*cell));
    side.title->setToolTip(QStringLiteral("%1  %2").arg(letter, text));
    side.view->setCell(*m_state.space(), *cell);
}

void ComparePanel::elideTitles()
{
    for (QLabel* title : {m_a.title, m_b.title})
        title->setText(title->fontMetrics().elidedText(title->toolTip(), Qt::ElideRight, title->width()));
}

void ComparePanel::mark(const CellDifference& difference)
{
    std::vector<CellElement> inA;
    std::vector<CellElement> inB;
    for (const CellDifference::Change& change : difference.vertices) {
        if (change.a >= 0)
            inA.push_back(CellElement::vertex(change.a));
        if (change.b >= 0)
            inB.push_back(CellElement::vertex(change.b));
    }
    for (const auto& [from, to] : difference.edgesOnlyA)
        inA.push_back({from, to});
    for (const auto& [from, to] : difference.edgesOnlyB)
        inB.push_back({from, to});
    m_a.view->setMarked(std::move(inA));
    m_b.view->setMarked(std::move(inB));
}

void ComparePanel::fillTable(const CellDifference& difference, CellIndex a, CellIndex b)
{
    const std::vector<CompareRow> rows = compareRows(m_state, a, b, difference);
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int i = 0; const CompareRow& row : rows) {
        int column = 0;
        for (const QString& text : {row.name, row.a, row.b}) {
            auto* item = new QTableWidgetItem(text);
            QFont font = m_table->font();
            font.setBold(row.isGraph || (column == 1 && row.better < 0) || (column == 2 && row.better > 0));
            item->setFont(font);
            item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
            m_table->setItem(i, column++, item);
        }
        ++i;
    }
}

void ComparePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const auto direction = width() >= wideEnough ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    m_body->setDirection(direction);
    m_head->setDirection(direction);
    layout()->activate(); // the titles then have their width
    elideTitles();
}

} // namespace inverso::ui
