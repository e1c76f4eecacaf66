// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/candidates/filter_panel.h"

#include "ui/candidates/filter_interval.h"
#include "ui/cells/operation_style.h"
#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace inverso::ui {

namespace {

constexpr int mostRounds = 99999;
constexpr int swatchSide = 12;
constexpr int sideMargin = 8;
constexpr std::size_t firstOperation = 2; // after output and input

QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QIcon swatch(const QColor& fill, qreal ratio)
{
    QPixmap pixmap(QSize(swatchSide, swatchSide) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(0, 0, swatchSide, swatchSide), 3, 3);
    return {pixmap};
}

} // namespace

FilterPanel::FilterPanel(ExplorerState& state, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_selection(selection)
    , m_count(new QLabel)
    , m_clear(new QPushButton(tr("Clear filter")))
    , m_isolate(new QPushButton(tr("Isolate selection")))
    , m_showAll(new QPushButton(tr("Sho&w all")))
{
    setObjectName(QStringLiteral("filterPanel"));
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("filterScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(createContent());
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(sideMargin, 6, sideMargin, 6);
    layout->addWidget(createHead());
    layout->addWidget(scroll, 1);
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connectState();
    rebuildOperations();
    setMinimumWidth(scroll->widget()->minimumSizeHint().width() + scrollBar + 2 * sideMargin);
    showCriteria();
    suggestIntervals();
}

QWidget* FilterPanel::createHead()
{
    m_count->setObjectName(QStringLiteral("filterCount"));
    m_clear->setObjectName(QStringLiteral("clearFilter"));
    m_clear->setToolTip(tr("Show every cell again"));
    connect(m_clear, &QPushButton::clicked, &m_state.filter(), &Filter::clear);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_count, 1);
    row->addWidget(m_clear);
    return box;
}

QWidget* FilterPanel::createContent()
{
    createIntervals();
    auto* limits = new QGridLayout;
    limits->setColumnStretch(1, 1);
    limits->setColumnStretch(3, 1);
    int row = 0;
    for (FilterInterval* interval : {m_rounds, m_accuracy, m_predicted})
        interval->addTo(*limits, row++);
    auto* operations = new QWidget;
    m_operationGrid = new QGridLayout(operations);
    m_operationGrid->setContentsMargins(0, 0, 0, 0);
    m_operationGrid->setSpacing(4);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->addLayout(limits);
    layout->addSpacing(6);
    layout->addWidget(heading(tr("Role in the run")));
    layout->addWidget(createRoles());
    layout->addSpacing(6);
    layout->addWidget(heading(tr("Contains the operations")));
    layout->addWidget(operations);
    layout->addSpacing(6);
    layout->addWidget(heading(tr("Isolated cells")));
    layout->addWidget(createIsolation());
    layout->addStretch(1);
    return content;
}

void FilterPanel::createIntervals()
{
    const QString percent = QStringLiteral("\u00a0%");
    m_rounds =
        new FilterInterval({QStringLiteral("filterRounds"), tr("Rounds"),
                            tr("Cells that were proposed or queried in one of these rounds; 0: the initial labels"),
                            QString(), 0, mostRounds},
                           this);
    m_accuracy =
        new FilterInterval({QStringLiteral("filterAccuracy"), tr("True"),
                            tr("Cells whose true validation accuracy is between these values"), percent, 2, 100.0},
                           this);
    m_predicted = new FilterInterval({QStringLiteral("filterPredicted"), tr("Predicted"),
                                      tr("Cells whose predicted accuracy is between these values"), percent, 2, 100.0},
                                     this);
    for (FilterInterval* interval : {m_rounds, m_accuracy, m_predicted})
        connect(interval, &FilterInterval::changed, this, &FilterPanel::apply);
}

QWidget* FilterPanel::createRoles()
{
    struct Words
    {
        CellRole role;
        const char* name;
        QString title;
        QString help;
    };
    const std::vector<Words> all{
        {CellRole::Training, "roleTraining", tr("Training"), tr("Queried; the model is fitted to them")},
        {CellRole::Validation, "roleValidation", tr("Validation"), tr("Queried; they monitor the model's fit")},
        {CellRole::Proposed, "roleProposed", tr("Proposed"), tr("Proposed in a round, but not queried")},
        {CellRole::Other, "roleOther", tr("Others"), tr("Neither queried nor proposed so far")},
    };
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    for (const Words& words : all) {
        auto* check = new QCheckBox(words.title);
        check->setObjectName(QLatin1String(words.name));
        check->setToolTip(words.help);
        connect(check, &QCheckBox::toggled, this, &FilterPanel::apply);
        const int at = static_cast<int>(m_roles.size());
        grid->addWidget(check, at / 2, at % 2);
        m_roles.push_back({words.role, check});
    }
    return box;
}

QWidget* FilterPanel::createIsolation()
{
    m_isolated = new QLabel;
    m_isolate->setObjectName(QStringLiteral("isolateSelection"));
    m_isolate->setToolTip(tr("Show only the selected cells: the group, or the one cell"));
    m_showAll->setObjectName(QStringLiteral("showAll"));
    m_showAll->setToolTip(tr("Stop isolating cells; the other limits stay"));
    connect(m_isolate, &QPushButton::clicked, this, &FilterPanel::isolateSelection);
    connect(m_showAll, &QPushButton::clicked, this, &FilterPanel::showAll);
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_isolated, 0, 0, 1, 2);
    grid->addWidget(m_isolate, 1, 0);
    grid->addWidget(m_showAll, 1, 1);
    return box;
}

void FilterPanel::connectState()
{
    connect(&m_state.filter(), &Filter::changed, this, &FilterPanel::showCriteria);
    connect(&m_state, &ExplorerState::workspaceChanged, this, [this] {
        rebuildOperations();
        showCriteria();
    });
    for (const auto signal : {&ExplorerState::workspaceChanged, &ExplorerState::datasetChanged,
                              &ExplorerState::runBegun, &ExplorerState::runAdvanced})
        connect(&m_state, signal, this, &FilterPanel::suggestIntervals);
    connect(&m_selection, &Selection::groupChanged, this, &FilterPanel::updateIsolation);
    connect(&m_selection, &Selection::cellChanged, this, &FilterPanel::updateIsolation);
}

void FilterPanel::rebuildOperations()
{
    for (const OperationButton& operation : m_operations)
        delete operation.button;
    m_operations.clear();
    const auto labels = m_state.space() != nullptr ? m_state.space()->labels() : std::span<const std::string_view>();
    for (std::size_t i = firstOperation; i < labels.size(); ++i) {
        const OperationStyle style = operationStyle(labels[i]);
        auto* button = new QToolButton;
        button->setObjectName(QStringLiteral("operation%1").arg(i));
        button->setText(style.name);
        button->setToolTip(tr("Only cells with at least one %1").arg(style.name));
        button->setAccessibleName(button->toolTip());
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setMinimumWidth(button->sizeHint().width() + swatchSide);
        connect(button, &QToolButton::toggled, this, &FilterPanel::apply);
        const int at = static_cast<int>(m_operations.size());
        m_operationGrid->addWidget(button, at / 2, at % 2);
        m_operations.push_back({static_cast<std::uint8_t>(i), button});
    }
    drawSwatches();
    orderFocus();
}

void FilterPanel::drawSwatches()
{
    for (const OperationButton& operation : m_operations)
        operation.button->setIcon(
            swatch(operationStyle(m_state.space()->labels()[operation.label]).fill, devicePixelRatioF()));
}

void FilterPanel::orderFocus()
{
    std::vector<QWidget*> order{m_clear};
    for (const FilterInterval* interval : {m_rounds, m_accuracy, m_predicted})
        std::ranges::copy(interval->fields(), std::back_inserter(order));
    for (const RoleBox& role : m_roles)
        order.push_back(role.box);
    for (const OperationButton& operation : m_operations)
        order.push_back(operation.button);
    order.insert(order.end(), {m_isolate, m_showAll});
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void FilterPanel::apply()
{
    FilterCriteria wanted;
    wanted.isolated = m_state.filter().criteria().isolated;
    wanted.rounds = m_rounds->value();
    wanted.accuracy = m_accuracy->value();
    wanted.predicted = m_predicted->value();
    for (const RoleBox& role : m_roles)
        if (role.box->isChecked())
            wanted.roles.push_back(role.role);
    for (const OperationButton& operation : m_operations)
        if (operation.button->isChecked())
            wanted.labels.push_back(operation.label);
    m_state.filter().setCriteria(std::move(wanted));
}

void FilterPanel::showCriteria()
{
    const FilterCriteria& criteria = m_state.filter().criteria();
    m_rounds->setValue(criteria.rounds);
    m_accuracy->setValue(criteria.accuracy);
    m_predicted->setValue(criteria.predicted);
    const auto check = [](QAbstractButton* button, bool on) {
        const QSignalBlocker quiet(button);
        button->setChecked(on);
    };
    for (const RoleBox& role : m_roles)
        check(role.box, std::ranges::find(criteria.roles, role.role) != criteria.roles.end());
    for (const OperationButton& operation : m_operations)
        check(operation.button, std::ranges::find(criteria.labels, operation.label) != criteria.labels.end());
    updateCount();
    updateIsolation();
}

void FilterPanel::suggestIntervals()
{
    const auto& rounds = m_state.run().rounds();
    m_rounds->suggest({0.0, rounds.empty() ? 0.0 : double(rounds.back().number)});
    double low = 0.0;
    double high = 100.0;
    if (const Table::Dataset* dataset = m_state.dataset(); dataset != nullptr && dataset->known > 0) {
        const auto [lowest, highest] = accuracyRange(*dataset);
        low = std::floor(lowest);
        high = std::ceil(highest);
    }
    m_accuracy->suggest({low, high});
    m_predicted->suggest({low, high});
    updateCount();
}

QString FilterPanel::countText() const
{
    if (m_state.space() == nullptr)
        return tr("No cells are open");
    const QLocale locale;
    const auto all = static_cast<int>(m_state.space()->size());
    const Filter& filter = m_state.filter();
    const QString shown = locale.toString(filter.isActive() ? static_cast<int>(filter.count()) : all);
    return tr("%1 of %2 cells").arg(shown, locale.toString(all));
}

void FilterPanel::updateCount()
{
    m_count->setText(countText());
    m_clear->setEnabled(!m_state.filter().criteria().isEmpty());
}

void FilterPanel::updateIsolation()
{
    const auto isolated = static_cast<int>(m_state.filter().criteria().isolated.size());
    m_isolated->setText(isolated == 0 ? tr("None") : tr("%Ln cells", nullptr, isolated));
    m_isolate->setEnabled(m_state.space() != nullptr && (m_selection.cell() || !m_selection.group().empty()));
    m_showAll->setEnabled(isolated > 0);
}

void FilterPanel::isolateSelection()
{
    std::vector<CellIndex> cells = m_selection.group();
    if (cells.empty() && m_selection.cell())
        cells = {*m_selection.cell()};
    m_state.filter().isolate(std::move(cells));
}

void FilterPanel::showAll()
{
    m_state.filter().isolate({});
}

void FilterPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_state.space() != nullptr)
        drawSwatches();
    QWidget::changeEvent(event);
}

} // namespace inverso::ui
