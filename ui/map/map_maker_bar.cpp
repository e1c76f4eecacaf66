// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_maker_bar.h"

#include "ui/base/notice_bar.h"
#include "ui/state/explorer_state.h"
#include "ui/state/map_layouts.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace inverso::ui {

MapMakerBar::MapMakerBar(ExplorerState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_run(new QPushButton)
    , m_again(new QPushButton(tr("Start again")))
    , m_perplexity(new QDoubleSpinBox)
    , m_count(new QSpinBox)
    , m_codes(new QComboBox)
    , m_start(new QComboBox)
    , m_progress(new QProgressBar)
    , m_notice(new NoticeBar)
{
    setObjectName(QStringLiteral("mapMakerBar"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(4);
    layout->addWidget(createSettings());
    layout->addWidget(createProgress());
    layout->addWidget(m_notice);

    connect(m_run, &QPushButton::clicked, this, &MapMakerBar::onRun);
    connect(m_again, &QPushButton::clicked, this, [this] { emit startRequested(wish()); });
    connect(m_codes, &QComboBox::activated, this, &MapMakerBar::onCodes);
    connect(&m_state, &ExplorerState::workspaceChanged, this, &MapMakerBar::showState);
    connect(&m_state, &ExplorerState::latentsChanged, this, &MapMakerBar::showState);
    connect(&m_state, &ExplorerState::snapshotChanged, this, &MapMakerBar::showState);
    connect(&m_state.layouts(), &MapLayouts::shownChanged, this, &MapMakerBar::onLayout);
    showState();
}

QWidget* MapMakerBar::createSettings()
{
    m_run->setObjectName(QStringLiteral("mapRun"));
    m_again->setObjectName(QStringLiteral("mapAgain"));
    m_again->setToolTip(tr("Start a new map with these settings"));
    m_perplexity->setObjectName(QStringLiteral("perplexity"));
    m_perplexity->setRange(2.0, 200.0);
    m_perplexity->setDecimals(0);
    m_perplexity->setValue(MapWish().perplexity);
    m_perplexity->setAccessibleName(tr("Perplexity"));
    m_perplexity->setToolTip(tr("About how many neighbours of a cell should stay close to it on the map. Default: 30. "
                                "Allowed: 2 to 200. Used at the next start."));
    m_count->setObjectName(QStringLiteral("mapIterations"));
    m_count->setRange(10, 10000);
    m_count->setSingleStep(250);
    m_count->setValue(MapWish().iterations);
    m_count->setAccessibleName(tr("Iterations"));
    m_count->setToolTip(tr("Number of gradient descent steps; more can be added later. Default: 1000. Allowed: 10 to "
                           "10000. Used at the next start."));
    m_codes->setObjectName(QStringLiteral("mapCodes"));
    m_codes->addItems({tr("Pre-trained codes"), tr("Fine-tuned codes")});
    m_codes->setAccessibleName(tr("Which codes are mapped"));
    m_start->setObjectName(QStringLiteral("mapStart"));
    m_start->addItems({tr("From the principal plane"), tr("From the map shown")});
    m_start->setAccessibleName(tr("Where the cells start"));
    m_start->setToolTip(tr("From the principal plane: an independent map. From the map shown: see which cells move."));

    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* perplexity = new QLabel(tr("Perple&xity"));
    perplexity->setBuddy(m_perplexity);
    auto* iterations = new QLabel(tr("Iterations"));
    iterations->setBuddy(m_count);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_run, m_again, perplexity, m_perplexity, iterations, m_count})
        row->addWidget(widget);
    row->addStretch(1);
    return box;
}

QWidget* MapMakerBar::createProgress()
{
    m_progress->setObjectName(QStringLiteral("mapProgress"));
    m_progress->setAccessibleName(tr("Progress of the map"));
    m_progress->setAlignment(Qt::AlignCenter);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    for (QComboBox* combo : {m_codes, m_start}) { // may become narrow: the map is beside other panes
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(8);
        row->addWidget(combo, 1);
    }
    row->addWidget(m_progress, 2);
    return box;
}

MapWish MapMakerBar::wish() const
{
    return {.perplexity = m_perplexity->value(),
            .iterations = m_count->value(),
            .tuned = m_codes->currentIndex() == 1,
            .fromShown = m_start->currentIndex() == 1};
}

void MapMakerBar::onRun()
{
    switch (m_phase) {
    case MapPhase::Idle:
        m_notice->clear();
        return emit startRequested(wish());
    case MapPhase::Preparing:
        return emit stopRequested();
    case MapPhase::Running:
        return emit pauseRequested();
    case MapPhase::Paused:
    case MapPhase::Finished:
        return emit resumeRequested();
    }
}

// With fine-tuned codes the user wants to see which cells have moved.
void MapMakerBar::onCodes()
{
    m_start->setCurrentIndex(m_codes->currentIndex());
}

void MapMakerBar::setPhase(MapPhase phase)
{
    m_phase = phase;
    if (phase == MapPhase::Preparing)
        setPreparing(0.0);
    showState();
    onLayout();
}

void MapMakerBar::setPreparing(double fraction)
{
    m_progress->setRange(0, 100);
    m_progress->setValue(static_cast<int>(100.0 * std::clamp(fraction, 0.0, 1.0)));
    m_progress->setFormat(tr("Finding the neighbours of every cell"));
}

void MapMakerBar::setFailure(const QString& sentence)
{
    m_notice->setSentence(sentence);
}

void MapMakerBar::setIterations(int iterations)
{
    m_iterations = iterations;
}

void MapMakerBar::onLayout()
{
    const MapLayoutPtr& live = m_state.layouts().live();
    if (!live || m_phase == MapPhase::Preparing)
        return;
    m_progress->setRange(0, std::max({m_iterations, live->iteration, 1}));
    m_progress->setValue(live->iteration);
    m_progress->setFormat(tr("Iteration %1 of %2 · KL divergence %3 nats")
                              .arg(locale().toString(live->iteration), locale().toString(m_progress->maximum()),
                                   locale().toString(live->klDivergence, 'f', 3)));
}

void MapMakerBar::showState()
{
    const bool possible = m_state.workspace() && m_state.workspace()->latents;
    const bool tuned = m_state.snapshot() && m_state.snapshot()->tunedMeans;
    switch (m_phase) {
    case MapPhase::Idle:
        m_run->setText(tr("Run t-SNE"));
        break;
    case MapPhase::Preparing:
        m_run->setText(tr("Cancel"));
        break;
    case MapPhase::Running:
        m_run->setText(tr("Pause"));
        break;
    case MapPhase::Paused:
    case MapPhase::Finished:
        m_run->setText(tr("Resume"));
        break;
    }
    m_run->setEnabled(possible);
    m_run->setToolTip(m_phase == MapPhase::Finished ? tr("Run the same number of iterations again") : QString());
    m_again->setVisible(m_phase != MapPhase::Idle);
    m_progress->setVisible(m_phase != MapPhase::Idle);
    m_codes->setEnabled(tuned);
    if (!tuned)
        m_codes->setCurrentIndex(0);
    m_codes->setToolTip(tuned ? tr("Fine-tuned: the current codes of the run's own encoder")
                              : tr("Fine-tuned codes require an end-to-end run (preset thesis)"));
}

} // namespace inverso::ui
