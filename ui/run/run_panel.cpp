// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_panel.h"

#include "ui/base/disclosure_button.h"
#include "ui/base/eliding_combo_box.h"
#include "ui/base/icons.h"
#include "ui/base/notice_bar.h"
#include "ui/run/advanced_settings.h"
#include "ui/run/run_actions.h"
#include "ui/run/run_queue_view.h"
#include "ui/state/explorer_state.h"
#include "ui/state/live_table.h"
#include "ui/state/setting_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QScrollArea>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

#include <limits>
#include <utility>

namespace inverso::ui {

namespace {

constexpr int folderRole = Qt::UserRole + 1; // of an entry that asks for images: the space of the trained cells

QString fashionTable(const QString& space)
{
    return liveTableName({space, QStringLiteral("fashion-mnist")});
}

QToolButton* buttonFor(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIconSize(QSize(16, 16));
    return button;
}

} // namespace

RunPanel::RunPanel(ExplorerState& state, std::vector<MethodInfo> methods, const RunActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_methods(std::move(methods))
    , m_table(new ElidingComboBox)
    , m_open(new QToolButton)
    , m_dataset(new QComboBox)
    , m_method(new QComboBox)
    , m_budget(new QSpinBox)
    , m_seed(new QSpinBox)
    , m_ask(new QCheckBox(tr("As&k me for missing labels")))
    , m_advanced(new AdvancedSettings)
    , m_notice(new NoticeBar)
{
    setObjectName(QStringLiteral("runPanel"));
    m_settings = new QWidget;
    auto* settings = new QVBoxLayout(m_settings);
    settings->setContentsMargins(8, 8, 8, 8);
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 4, 0, 4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addBenchmark(*form);
    addSearch(*form);
    settings->addLayout(form);
    settings->addWidget(createAdvanced());
    settings->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("runScroll"));
    scroll->setWidget(m_settings);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_notice);
    auto* queue = new RunQueueView(m_state);
    connect(queue, &RunQueueView::goOnRequested, this, &RunPanel::queueGoOnRequested);
    layout->addWidget(queue);
    layout->addWidget(createButtons(actions));

    connect(&m_state, &ExplorerState::workspaceChanged, this, &RunPanel::onWorkspace);
    connect(&m_state, &ExplorerState::latentsChanged, this, &RunPanel::offerMethods);
    connect(&m_state, &ExplorerState::runAdvanced, this, &RunPanel::showRefusals);
    orderFocus();
    onWorkspace();
}

void RunPanel::addBenchmark(QFormLayout& form)
{
    m_table->setObjectName(QStringLiteral("table"));
    m_table->setToolTip(tr("<p>The source of labels: a table found on start, your own file, or real training on "
                           "images. Real training takes a few seconds for each queried cell.</p>"));
    m_table->setPlaceholderText(tr("none open"));
    m_table->setMinimumContentsLength(8);
    m_table->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setTables({});
    m_open->setIcon(themedIcon(QStringLiteral("open"), palette()));
    m_open->setToolTip(tr("Open a table from a CSV file (Ctrl+O)"));
    m_open->setAccessibleName(tr("Open a table"));
    m_open->setFocusPolicy(Qt::StrongFocus);
    m_dataset->setObjectName(QStringLiteral("dataset"));
    m_dataset->setToolTip(tr("The data set whose validation accuracy the search maximises."));
    connect(m_table, &QComboBox::activated, this, &RunPanel::onTableActivated);
    connect(m_open, &QToolButton::clicked, this, &RunPanel::openRequested);
    connect(m_dataset, &QComboBox::currentTextChanged, this,
            [this](const QString& name) { m_state.setChosenDataset(name.toStdString()); });

    auto* tableAndButton = new QWidget;
    tableAndButton->setFocusProxy(m_table);
    auto* row = new QHBoxLayout(tableAndButton);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_table, 1);
    row->addWidget(m_open);
    form.addRow(tr("Ta&ble"), tableAndButton);
    form.addRow(tr("&Data set"), m_dataset);
}

void RunPanel::addSearch(QFormLayout& form)
{
    SearchSettings standard;
    const auto fields = settingFields(standard);
    const SettingField& budget = *findField(fields, "budget");
    m_method->setObjectName(QStringLiteral("method"));
    m_method->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_method->setMinimumContentsLength(8);
    m_budget->setObjectName(QStringLiteral("budget"));
    m_budget->setRange(static_cast<int>(budget.low), static_cast<int>(budget.high));
    m_budget->setGroupSeparatorShown(true);
    m_budget->setValue(standard.budget);
    m_budget->setSuffix(tr(" queries"));
    m_budget->setToolTip(settingToolTip(budget));
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    SettingField seed = *findField(fields, "seed");
    seed.high = m_seed->maximum();
    m_seed->setToolTip(settingToolTip(seed));
    connect(m_method, &QComboBox::currentIndexChanged, this, &RunPanel::onMethod);

    form.addRow(tr("&Method"), m_method);
    form.addRow(tr("B&udget"), m_budget);
    form.addRow(tr("&Seed"), m_seed);
    m_ask->setObjectName(QStringLiteral("askMe"));
    m_ask->setToolTip(tr("<p>The search may choose any cell. If the table has no label for it, the search waits and "
                         "asks you; your answers are added to the table's file.</p>"));
    form.addRow(m_ask);
    connect(&m_state, &ExplorerState::datasetChanged, this, &RunPanel::updateAsk);
    connect(&m_state, &ExplorerState::workspaceChanged, this, &RunPanel::updateAsk);
    updateAsk();
}

QWidget* RunPanel::createAdvanced()
{
    auto* box = new QWidget;
    m_advancedToggle = newDisclosureButton(tr("&Advanced"), m_advanced, box);
    m_advancedToggle->setObjectName(QStringLiteral("advancedToggle"));
    m_advancedToggle->setToolTip(tr("Settings that a first search does not need"));
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_advancedToggle);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(10, 0, 10, 0);
    inner->addWidget(m_advanced);
    layout->addLayout(inner);
    return box;
}

QWidget* RunPanel::createButtons(const RunActions& actions)
{
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(8, 4, 8, 8);
    grid->setSpacing(6);
    for (QAction* action : {actions.start(), actions.pause(), actions.stop(), actions.step(), actions.stepPhase()})
        m_buttons.push_back(buttonFor(action, box));
    QToolButton* start = m_buttons.front();
    start->setObjectName(QStringLiteral("startButton"));
    start->setMinimumHeight(34);
    QFont bold = start->font();
    bold.setBold(true);
    start->setFont(bold);
    grid->addWidget(start, 0, 0, 1, 2);
    for (int i = 0; i < 4; ++i)
        grid->addWidget(m_buttons[static_cast<std::size_t>(i) + 1], 1 + i / 2, i % 2);
    return box;
}

// From top to bottom.
void RunPanel::orderFocus()
{
    std::vector<QWidget*> order{m_table, m_open, m_dataset, m_method, m_budget, m_seed, m_ask, m_advancedToggle};
    for (QWidget* field : m_advanced->fields())
        order.push_back(field);
    order.insert(order.end(), m_buttons.begin(), m_buttons.end());
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void RunPanel::setTables(const QStringList& names)
{
    m_table->clear();
    for (const QString& name : names)
        m_table->addItem(name, name);
    m_table->insertSeparator(m_table->count());
    for (const QString& space : liveSpaces()) {
        const QString fashion = fashionTable(space);
        m_table->addItem(benchmarkTitle(fashion), fashion);
        m_table->addItem(titleInSpace(tr("Train live: a folder of images…"), space));
        m_table->setItemData(m_table->count() - 1, space, folderRole);
    }
    m_table->setCurrentIndex(-1);
}

void RunPanel::setOpenTable(const QString& nameOrPath)
{
    m_openTable = nameOrPath;
    int index = nameOrPath.isEmpty() ? -1 : m_table->findData(nameOrPath);
    if (index < 0 && !nameOrPath.isEmpty()) {
        const auto live = liveTable(nameOrPath);
        // Inserts images before the entry that asks for them, and a table before the separator, after which the first
        // such entry follows.
        index =
            live ? m_table->findData(live->space, folderRole) : m_table->findData(fashionTable(usualLiveSpace())) - 1;
        m_table->insertItem(index, benchmarkTitle(nameOrPath), nameOrPath);
        m_table->setItemData(index, live ? live->images : nameOrPath, Qt::ToolTipRole);
    }
    m_table->setCurrentIndex(index);
}

void RunPanel::onTableActivated(int index)
{
    const QString chosen = m_table->itemData(index).toString();
    if (!chosen.isEmpty())
        return emit tableChosen(chosen);
    setOpenTable(m_openTable); // until a folder is chosen
    chooseImages(m_table->itemData(index, folderRole).toString());
}

void RunPanel::chooseImages(const QString& space)
{
    auto* dialog = new QFileDialog(this, tr("A folder with IDX files or with one subfolder of pictures per class"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, space](const QString& path) {
        emit tableChosen(liveTableName({space, path}));
    });
    dialog->open();
}

void RunPanel::onWorkspace()
{
    m_dataset->clear();
    if (const Table* table = m_state.table()) {
        for (const Table::Dataset& dataset : table->datasets())
            m_dataset->addItem(QString::fromStdString(dataset.name));
    }
    m_dataset->setEnabled(m_dataset->count() > 0);
    offerMethods();
}

// Without weights the methods that need a model are listed, but cannot be chosen.
void RunPanel::offerMethods()
{
    const QString before = m_method->currentData().toString();
    const bool latents = m_state.workspace() && (m_state.workspace()->latents || m_state.workspace()->latentsComing);
    auto* model = new QStandardItemModel(m_method);
    int current = -1;
    for (const MethodInfo& info : m_methods) {
        auto* item = new QStandardItem(QStringLiteral("%1 (%2)").arg(methodTitle(info), QString::fromUtf8(info.name)));
        item->setData(QString::fromUtf8(info.name), Qt::UserRole);
        const bool possible = !info.needsModel || latents || !m_state.workspace();
        item->setEnabled(possible);
        item->setToolTip(possible ? methodSummary(info) : m_state.workspace()->weightsProblem);
        if (possible && (current < 0 || QString::fromUtf8(info.name) == before))
            current = model->rowCount();
        model->appendRow(item);
    }
    m_method->setModel(model);
    m_method->setCurrentIndex(current);
    onMethod();
}

const MethodInfo* RunPanel::method() const
{
    const QString name = m_method->currentData().toString();
    for (const MethodInfo& info : m_methods) {
        if (QString::fromUtf8(info.name) == name)
            return &info;
    }
    return nullptr;
}

void RunPanel::onMethod()
{
    const MethodInfo* info = method();
    m_method->setToolTip(info != nullptr ? methodSummary(*info) : QString());
    m_advanced->setMethod(info);
    orderFocus(); // the method's model has its own fields
}

void RunPanel::showRefusals()
{
    const std::vector<Round>& rounds = m_state.run().rounds();
    if (rounds.empty() || rounds.back().refusals.empty())
        return;
    const std::vector<Refusal>& refusals = rounds.back().refusals;
    m_notice->setSentence(tr("Cells without an accuracy: %n. The search continues with others. %1", nullptr,
                             static_cast<int>(refusals.size()))
                              .arg(QString::fromStdString(refusals.back().reason)));
}

void RunPanel::showFailure(const QString& sentence)
{
    m_notice->setSentence(sentence);
}

SearchSettings RunPanel::settings() const
{
    SearchSettings settings;
    settings.method = m_method->currentData().toString().toStdString();
    settings.budget = m_budget->value();
    settings.seed = static_cast<std::uint64_t>(m_seed->value());
    m_advanced->fill(settings);
    return settings;
}

bool RunPanel::asks() const
{
    return m_ask->isVisibleTo(this) && m_ask->isChecked();
}

// A complete table and real training have no missing labels.
void RunPanel::updateAsk()
{
    const Table::Dataset* dataset = m_state.dataset();
    m_ask->setVisible(dataset != nullptr && !m_state.workspace()->live && dataset->known < dataset->valid.size());
}

std::string RunPanel::dataset() const
{
    return m_dataset->currentText().toStdString();
}

void RunPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_open->setIcon(themedIcon(QStringLiteral("open"), palette()));
    QWidget::changeEvent(event);
}

} // namespace inverso::ui
