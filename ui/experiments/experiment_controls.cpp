// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiments/experiment_controls.h"

#include "core/experiment/plan.h"
#include "ui/base/icons.h"
#include "ui/base/wrap_layout.h"
#include "ui/state/cell_facts.h"
#include "ui/worker/experiment_runner.h"
#include "ui/worker/worker_words.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int nameRole = Qt::UserRole;
constexpr int seedsRole = Qt::UserRole + 1;
constexpr int mostSeeds = 1000;
constexpr int progressSteps = 1000;

// The plan that runs without further tables.
QString needsNoTable()
{
    return QStringLiteral("peers");
}

} // namespace

ExperimentControls::ExperimentControls(ExperimentRunner& runner, QWidget* parent)
    : QWidget(parent)
    , m_runner(runner)
    , m_folder(new QLabel)
    , m_open(new QToolButton)
    , m_plans(new QComboBox)
    , m_seeds(new QSpinBox)
    , m_run(new QPushButton(tr("&Run remaining")))
    , m_stop(new QPushButton(tr("S&top")))
    , m_progress(new QProgressBar)
    , m_state(new QLabel)
{
    setObjectName(QStringLiteral("experimentControls"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 4);
    layout->setSpacing(4);
    layout->addWidget(createPlanRow());
    layout->addWidget(createFolderRow());
    for (const std::string& name : shippedPlans()) {
        const Plan plan = loadPlan(name);
        addPlan(QString::fromStdString(name), QString::fromStdString(plan.title), plan.seeds);
    }
    m_plans->addItem(tr("Your own plan…"));
    onPlan(std::max(0, m_plans->findData(needsNoTable(), nameRole)));
    connect(m_plans, &QComboBox::activated, this, &ExperimentControls::onPlan);
    connect(m_open, &QToolButton::clicked, this, &ExperimentControls::askForFolder);
    connect(m_run, &QPushButton::clicked, this, [this] {
        emit reported({});
        m_runner.run(plan(), m_seeds->value());
    });
    connect(m_stop, &QPushButton::clicked, &m_runner, &ExperimentRunner::stop);
    connect(&m_runner, &ExperimentRunner::runningChanged, this, &ExperimentControls::update);
    connect(&m_runner, &ExperimentRunner::advanced, this, &ExperimentControls::update);
    connect(&m_runner, &ExperimentRunner::folderChanged, this, &ExperimentControls::showFolder);
    connect(&m_runner, &ExperimentRunner::ended, m_state, &QLabel::setText);
    connect(&m_runner, &ExperimentRunner::failed, m_state, [this] { m_state->clear(); });
    showFolder();
    update();
}

QWidget* ExperimentControls::createPlanRow()
{
    m_plans->setObjectName(QStringLiteral("plan"));
    m_plans->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_plans->setToolTip(tr("Which experiment: a table of the thesis, its figures, or a plan file (JSON)"));
    m_seeds->setObjectName(QStringLiteral("planSeeds"));
    m_seeds->setRange(1, mostSeeds);
    m_seeds->setToolTip(
        tr("Each search is run with the seeds 0, 1, …; means and standard deviations are over the seeds"));
    m_run->setObjectName(QStringLiteral("runExperiment"));
    m_run->setToolTip(tr("Does the runs that are missing from the folder; finished runs are not repeated"));
    m_stop->setObjectName(QStringLiteral("stopExperiment"));
    m_stop->setToolTip(tr("Finished runs are kept; press Run to continue"));
    m_progress->setObjectName(QStringLiteral("experimentProgress"));
    m_progress->setAccessibleName(tr("Progress of the experiment"));
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(140);
    m_progress->setMaximumHeight(12);
    m_state->setObjectName(QStringLiteral("experimentState"));
    auto* row = new QWidget;
    auto* layout = new WrapLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addField(tr("&Experiment"), m_plans);
    layout->addField(tr("See&ds"), m_seeds);
    for (QWidget* widget : {static_cast<QWidget*>(m_run), static_cast<QWidget*>(m_stop),
                            static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_state)})
        layout->addWidget(widget);
    m_run->setIcon(themedIcon(QStringLiteral("start"), palette()));
    m_stop->setIcon(themedIcon(QStringLiteral("stop"), palette()));
    return row;
}

QWidget* ExperimentControls::createFolderRow()
{
    m_open->setObjectName(QStringLiteral("openResults"));
    m_open->setText(tr("&Other folder…"));
    m_open->setToolTip(tr("A folder with results of inverso-cli reproduce --out, or a new folder"));
    m_open->setFocusPolicy(Qt::StrongFocus);
    m_folder->setObjectName(QStringLiteral("resultsFolder"));
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_folder->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_folder, 1);
    layout->addWidget(m_open);
    return row;
}

void ExperimentControls::addButton(QWidget* button)
{
    m_open->parentWidget()->layout()->addWidget(button);
}

QString ExperimentControls::plan() const
{
    return m_plans->itemData(m_plan, nameRole).toString();
}

void ExperimentControls::addPlan(const QString& name, const QString& title, int seeds)
{
    const int index = m_plans->count();
    m_plans->addItem(title);
    m_plans->setItemData(index, name, nameRole);
    m_plans->setItemData(index, seeds, seedsRole);
}

void ExperimentControls::onPlan(int index)
{
    if (m_plans->itemData(index, nameRole).isNull()) {
        m_plans->setCurrentIndex(m_plan); // until one is chosen
        return askForPlan();
    }
    m_plan = index;
    m_plans->setCurrentIndex(index);
    m_seeds->setValue(m_plans->itemData(index, seedsRole).toInt());
}

void ExperimentControls::askForPlan()
{
    auto* dialog = new QFileDialog(this, tr("Choose a plan"), QString(), tr("Plans (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ExperimentControls::choosePlan);
    dialog->open();
}

void ExperimentControls::choosePlan(const QString& path)
{
    try {
        const Plan plan = loadPlan(path.toStdString());
        int index = m_plans->findData(path, nameRole);
        if (index < 0) {
            index = m_plans->count() - 1; // before the last entry, which opens a file dialog
            m_plans->insertItem(index, QString::fromStdString(plan.title));
            m_plans->setItemData(index, path, nameRole);
            m_plans->setItemData(index, plan.seeds, seedsRole);
        }
        emit reported({});
        onPlan(index);
    } catch (const std::exception& error) {
        emit reported(sentenceOf(error));
    }
}

void ExperimentControls::askForFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder of results"), m_runner.folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        emit reported({});
        m_state->clear();
        m_runner.open(folder);
    });
    dialog->open();
}

void ExperimentControls::showFolder()
{
    const QString folder = QDir::toNativeSeparators(m_runner.folder());
    m_folder->setText(tr("Results in %1").arg(folder));
    m_folder->setToolTip(folder);
}

void ExperimentControls::update()
{
    const bool running = m_runner.isRunning();
    for (QWidget* widget : {static_cast<QWidget*>(m_plans), static_cast<QWidget*>(m_seeds),
                            static_cast<QWidget*>(m_open), static_cast<QWidget*>(m_run)})
        widget->setEnabled(!running);
    m_stop->setEnabled(running && !m_runner.isStopping());
    m_progress->setVisible(running);
    if (!running)
        return;
    const ExperimentProgress& progress = m_runner.progress();
    m_progress->setRange(0, progress.runs > 0 ? progressSteps : 0); // busy while tables are opened
    m_progress->setValue(static_cast<int>(progressSteps * progress.fraction));
    if (m_runner.isStopping())
        return m_state->setText(tr("Stopping…"));
    if (progress.runs == 0)
        return m_state->setText(tr("Opening tables and weights…"));
    const QLocale locale;
    QString text = tr("%1 of %2 runs finished")
                       .arg(locale.toString(static_cast<qulonglong>(progress.finished)),
                            locale.toString(static_cast<qulonglong>(progress.runs)));
    if (const auto left = m_runner.remainingSeconds())
        text = tr("%1, about %2 left").arg(text, durationText(*left));
    m_state->setText(text);
}

void ExperimentControls::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_run->setIcon(themedIcon(QStringLiteral("start"), palette()));
        m_stop->setIcon(themedIcon(QStringLiteral("stop"), palette()));
    }
}

} // namespace inverso::ui
