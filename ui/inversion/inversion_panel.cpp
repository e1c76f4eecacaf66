// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inversion/inversion_panel.h"

#include "ui/base/notice_bar.h"
#include "ui/base/wrap_layout.h"
#include "ui/cells/operation_legend.h"
#include "ui/inversion/cell_gallery.h"
#include "ui/plots/evaluation_plot.h"
#include "ui/plots/inversion_plot.h"
#include "ui/plots/residual_plot.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

namespace inverso::ui {

namespace {

constexpr int slidesPerPercent = 10;

} // namespace

InversionPanel::InversionPanel(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                               QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_selection(selection)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_target(new QDoubleSpinBox)
    , m_count(new QSpinBox)
    , m_noise(new QDoubleSpinBox)
    , m_seed(new QSpinBox)
    , m_generate(new QPushButton(tr("&Generate")))
    , m_measure(new QPushButton)
    , m_progress(new QProgressBar)
    , m_plots(new QTabWidget)
    , m_plot(new InversionPlot(state, selection))
    , m_gallery(new CellGallery(state.trainings(), selection, std::move(layouter)))
    , m_train(new QToolButton)
    , m_legend(new OperationLegend)
    , m_notice(new NoticeBar)
{
    setObjectName(QStringLiteral("inversionPanel"));
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(QStringLiteral("inversionSplitter"));
    splitter->addWidget(createPlots());
    splitter->addWidget(createGallery());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({1250, 1000}); // the plots need room for their tabs
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(createControls());
    layout->addWidget(m_notice);
    layout->addWidget(splitter, 1);
    QWidget* const order[] = {m_slider, m_target, m_count, m_noise, m_seed, m_generate, m_plots, m_plot, m_gallery};
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
    m_slider->setMinimumWidth(60);
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
    m_noise->setObjectName(QStringLiteral("noise"));
    m_noise->setRange(0.0, 1.0);
    m_noise->setDecimals(2);
    m_noise->setSingleStep(0.05);
    m_noise->setValue(InversionSettings().noise);
    m_noise->setToolTip(tr("How far from known cells to start: 0 repeats them, 1 ignores them. Default: 0.8."));
    m_noise->setAccessibleName(tr("Noise"));
    m_seed->setObjectName(QStringLiteral("inversionSeed"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setSpecialValueText(tr("new"));
    m_seed->setToolTip(tr("The same seed gives the same cells. new: different cells each time."));
    m_seed->setAccessibleName(tr("Seed of the generation"));
    m_generate->setObjectName(QStringLiteral("generate"));
    m_generate->setToolTip(tr("Generate cells for the target (Ctrl+G)"));

    auto* box = new QWidget;
    auto* row = new WrapLayout(box);
    row->setContentsMargins(8, 0, 8, 0);
    auto* target = new QWidget; // slider and field for the same value
    target->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* both = new QHBoxLayout(target);
    both->setContentsMargins(0, 0, 0, 0);
    auto* targetLabel = new QLabel(tr("&Target"));
    targetLabel->setBuddy(m_target);
    both->addWidget(targetLabel);
    both->addWidget(m_slider, 1);
    both->addWidget(m_target);
    row->addWidget(target);
    row->addField(tr("&Cells"), m_count);
    row->addField(tr("&Noise"), m_noise);
    row->addField(tr("Seed"), m_seed);
    row->addWidget(m_generate);
    return box;
}

QWidget* InversionPanel::createPlots()
{
    m_plots->setObjectName(QStringLiteral("inversionPlots"));
    m_plots->setDocumentMode(true);
    m_plots->addTab(m_plot, tr("Targets"));
    m_plots->addTab(new ResidualPlot(m_state, m_selection), tr("Residuals"));
    m_plots->addTab(new EvaluationPlot(EvaluationPlot::Targets::Data, m_state, m_selection), tr("Data"));
    m_plots->addTab(new EvaluationPlot(EvaluationPlot::Targets::Sweep, m_state, m_selection), tr("Sweep"));
    m_plots->setTabToolTip(2, tr("Many targets drawn from the data set's own accuracies"));
    m_plots->setTabToolTip(3, tr("Targets from 0 to 100 %, inside the range that cells reach"));
    m_plots->setCornerWidget(createMeasure());
    return m_plots;
}

QWidget* InversionPanel::createMeasure()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 6, 2);
    m_measure->setObjectName(QStringLiteral("measure"));
    m_progress->setObjectName(QStringLiteral("measureProgress"));
    m_progress->setRange(0, 100);
    m_progress->setMaximumWidth(90);
    m_progress->setAccessibleName(tr("Progress of measuring"));
    row->addWidget(m_progress);
    row->addWidget(m_measure);
    connect(m_measure, &QPushButton::clicked, this, [this] {
        if (m_progress->isVisibleTo(this))
            return emit measureCancelled();
        m_notice->clear();
        m_plots->setCurrentIndex(std::max(2, m_plots->currentIndex()));
        emit measureRequested();
    });
    setMeasuring(-1.0);
    return box;
}

void InversionPanel::setMeasuring(double fraction)
{
    const bool busy = fraction >= 0.0;
    m_progress->setVisible(busy);
    m_progress->setValue(static_cast<int>(100.0 * std::max(0.0, fraction)));
    m_measure->setText(busy ? tr("Cancel") : tr("Measure"));
    m_measure->setToolTip(
        busy ? tr("Stop measuring")
             : tr("Invert a few hundred targets and compare with the true accuracies (a few seconds)"));
}

QWidget* InversionPanel::createGallery()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 6, 4);
    layout->setSpacing(4);
    m_train->setDefaultAction(&m_gallery->trainAction());
    m_train->setObjectName(QStringLiteral("trainGeneratedButton"));
    m_train->setFocusPolicy(Qt::StrongFocus);
    m_train->hide();
    layout->addWidget(m_gallery, 1);
    layout->addWidget(m_train);
    layout->addWidget(m_legend);
    return box;
}

void InversionPanel::connectControls()
{
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int slides) { m_target->setValue(double(slides) / slidesPerPercent); });
    connect(m_slider, &QSlider::sliderReleased, this, &InversionPanel::requestGeneration);
    connect(m_target, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        const QSignalBlocker quiet(m_slider); // its coarser value would be written back
        m_slider->setValue(static_cast<int>(std::lround(percent * slidesPerPercent)));
        m_plot->setTarget(percent);
    });
    connect(m_plot, &InversionPlot::targetDragged, m_target, &QDoubleSpinBox::setValue);
    connect(m_plot, &InversionPlot::targetDragged, this, &InversionPanel::requestGeneration);
    connect(m_target, &QDoubleSpinBox::editingFinished, this, [this] {
        if (!m_state.generations().empty() && m_state.generations().back().target != target())
            requestGeneration();
    });
    connect(m_generate, &QPushButton::clicked, this, &InversionPanel::requestGeneration);
    connect(&m_state, &ExplorerState::generationsChanged, this, &InversionPanel::onGenerations);
    connect(&m_state, &ExplorerState::snapshotChanged, this, &InversionPanel::updateEnabled);
    connect(&m_state, &ExplorerState::openingChanged, this, &InversionPanel::updateEnabled);
    connect(&m_state, &ExplorerState::workspaceChanged, this, [this] {
        m_suggested = -1.0; // another benchmark, other accuracies
        onWorkspace();
    });
    connect(&m_state, &ExplorerState::datasetChanged, this, &InversionPanel::onWorkspace);
}

double InversionPanel::target() const
{
    return m_target->value();
}

GenerationSettings InversionPanel::settings() const
{
    return {target(), m_count->value(), m_noise->value(), static_cast<std::uint64_t>(m_seed->value())};
}

bool InversionPanel::canInvert() const
{
    return m_state.hasModel() && !m_state.isOpening();
}

void InversionPanel::requestGeneration()
{
    if (!canInvert())
        return;
    m_notice->clear();
    emit generateRequested(settings());
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
    m_train->setVisible(m_gallery->generated().lacksTruths());
}

// The default target, until the user sets another: a little below the best of the data set.
void InversionPanel::onWorkspace()
{
    m_legend->setSpace(m_state.space());
    const Table::Dataset* dataset = m_state.dataset();
    const bool isOurs = m_suggested == target() || m_suggested < 0.0;
    if (dataset != nullptr && dataset->known > 0 && m_state.generations().empty() && isOurs) {
        m_target->setValue(std::floor(double{dataset->valid[dataset->best]}));
        m_suggested = target();
    }
    updateEnabled();
}

void InversionPanel::updateEnabled()
{
    const bool possible = canInvert();
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_slider, m_target, m_count, m_noise, m_seed, m_generate, m_measure})
        widget->setEnabled(possible);
}

} // namespace inverso::ui
