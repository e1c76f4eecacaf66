// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/inversion_panel.h"

#include "ui/cells/operation_legend.h"
#include "ui/panels/cell_gallery.h"
#include "ui/panels/notice_bar.h"
#include "ui/plots/inversion_plot.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <cmath>

namespace inverso::ui {

namespace {

constexpr int slidesPerPercent = 10;

} // namespace

InversionPanel::InversionPanel(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                               QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_target(new QDoubleSpinBox)
    , m_count(new QSpinBox)
    , m_generate(new QPushButton(tr("&Generate")))
    , m_plot(new InversionPlot(state, selection))
    , m_gallery(new CellGallery(selection, std::move(layouter)))
    , m_legend(new OperationLegend)
    , m_notice(new NoticeBar)
{
    setObjectName(QStringLiteral("inversionPanel"));
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(m_plot);
    splitter->addWidget(createGallery());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({1000, 1000}); // halves
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(createControls());
    layout->addWidget(m_notice);
    layout->addWidget(splitter, 1);
    QWidget* const order[] = {m_slider, m_target, m_count, m_generate, m_plot, m_gallery};
    for (std::size_t i = 1; i < std::size(order); ++i)
        setTabOrder(order[i - 1], order[i]);
    connectControls();
    m_target->setValue(90.0);
    onWorkspace();
    onGenerations();
    updateEnabled();
}

QWidget* InversionPanel::createControls()
{
    m_slider->setObjectName(QStringLiteral("targetSlider"));
    m_slider->setRange(0, 100 * slidesPerPercent);
    m_slider->setSingleStep(1);
    m_slider->setPageStep(2 * slidesPerPercent);
    m_slider->setAccessibleName(tr("Target accuracy"));
    m_slider->setToolTip(tr("The validation accuracy that generated cells should reach"));
    m_target->setObjectName(QStringLiteral("target"));
    m_target->setRange(0.0, 100.0);
    m_target->setDecimals(1);
    m_target->setSingleStep(0.1);
    m_target->setSuffix(QStringLiteral("\u00a0%"));
    m_target->setAccessibleName(tr("Target accuracy in percent"));
    m_count->setObjectName(QStringLiteral("count"));
    m_count->setRange(1, 512);
    m_count->setValue(InversionSettings().count);
    m_count->setToolTip(tr("How many different cells to generate. Default: 32. Allowed: 1 to 512."));
    m_count->setAccessibleName(tr("Number of cells"));
    m_generate->setObjectName(QStringLiteral("generate"));
    m_generate->setToolTip(tr("Invert the target into cells (Ctrl+G)"));

    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(8, 0, 8, 0);
    auto* targetLabel = new QLabel(tr("Tar&get"));
    targetLabel->setBuddy(m_target);
    auto* countLabel = new QLabel(tr("&Cells"));
    countLabel->setBuddy(m_count);
    row->addWidget(targetLabel);
    row->addWidget(m_slider, 1);
    row->addWidget(m_target);
    row->addWidget(countLabel);
    row->addWidget(m_count);
    row->addWidget(m_generate);
    return box;
}

QWidget* InversionPanel::createGallery()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 6, 4);
    layout->setSpacing(4);
    layout->addWidget(m_gallery, 1);
    layout->addWidget(m_legend);
    return box;
}

void InversionPanel::connectControls()
{
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int slides) { m_target->setValue(double(slides) / slidesPerPercent); });
    connect(m_slider, &QSlider::sliderReleased, this, &InversionPanel::requestGeneration);
    connect(m_target, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        const QSignalBlocker quiet(m_slider); // its coarser value would come back
        m_slider->setValue(static_cast<int>(std::lround(percent * slidesPerPercent)));
        m_plot->setTarget(percent);
    });
    connect(m_generate, &QPushButton::clicked, this, &InversionPanel::requestGeneration);
    connect(&m_state, &ExplorerState::generationsChanged, this, &InversionPanel::onGenerations);
    connect(&m_state, &ExplorerState::snapshotChanged, this, &InversionPanel::updateEnabled);
    connect(&m_state, &ExplorerState::workspaceChanged, this, &InversionPanel::onWorkspace);
    connect(&m_state, &ExplorerState::datasetChanged, this, &InversionPanel::onWorkspace);
}

double InversionPanel::target() const
{
    return m_target->value();
}

int InversionPanel::count() const
{
    return m_count->value();
}

void InversionPanel::requestGeneration()
{
    if (!m_state.hasModel())
        return;
    m_notice->clear();
    emit generateRequested(target(), count());
}

void InversionPanel::setBusy(bool busy)
{
    m_generate->setText(busy ? tr("Generating…") : tr("&Generate"));
}

void InversionPanel::onGenerations()
{
    if (m_state.generations().empty() || m_state.space() == nullptr)
        m_gallery->clear();
    else
        m_gallery->setCells(m_state.generations().back(), *m_state.space(), m_state.dataset());
}

// A target worth asking for: a little below the best of the data set.
void InversionPanel::onWorkspace()
{
    m_legend->setSpace(m_state.space());
    const Table::Dataset* dataset = m_state.dataset();
    if (dataset != nullptr && m_state.generations().empty())
        m_target->setValue(std::floor(double{dataset->valid[dataset->best]}));
    updateEnabled();
}

void InversionPanel::updateEnabled()
{
    const bool possible = m_state.hasModel();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_slider, m_target, m_count, m_generate})
        widget->setEnabled(possible);
}

} // namespace inverso::ui
