// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector_training.h"

#include "core/benchmark/live_name.h"
#include "ui/base/notice_bar.h"
#include "ui/plots/training_plot.h"
#include "ui/state/cell_facts.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

namespace inverso::ui {

namespace {

QString folderKey()
{
    return QStringLiteral("training/images");
}

bool isUnderWay(const CellTraining* training)
{
    return training != nullptr && training->isUnderWay();
}

QString resultWords(const StoredTraining& training)
{
    const TrainingRecord& result = training.record;
    const QLocale locale;
    return InspectorTraining::tr(
               "%1: validation %2, test %3 in %4 s; %5 thousand parameters, %6 million multiply-adds per image.")
        .arg(imagesTitle(QString::fromStdString(training.images)), percentText(result.valid), percentText(result.test),
             locale.toString(result.seconds, 'f', 1), locale.toString(1000.0 * result.parameters, 'f', 1),
             locale.toString(result.flops, 'f', 2));
}

} // namespace

InspectorTraining::InspectorTraining(ExplorerState& state, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_words(new QLabel)
    , m_images(new QComboBox)
    , m_button(new QPushButton)
    , m_progress(new QProgressBar)
    , m_plot(new TrainingPlot(state, selection))
    , m_notice(new NoticeBar)
{
    setObjectName(QStringLiteral("inspectorTraining"));
    build();
    connect(m_button, &QPushButton::clicked, this, &InspectorTraining::onButton);
    connect(&m_state.trainings(), &CellTrainings::changed, this, [this](CellIndex cell) {
        if (m_cell == cell)
            refresh();
    });
    connect(&m_state.trainings(), &CellTrainings::resultsChanged, this, &InspectorTraining::refresh);
    connect(&m_state, &ExplorerState::workspaceChanged, this, &InspectorTraining::onWorkspace);
    refresh();
}

// A search that trains and the inspector use the same images.
void InspectorTraining::onWorkspace()
{
    if (!m_state.workspace() || !m_state.workspace()->live)
        return;
    const QString images = QString::fromStdString(liveImages(m_state.workspace()->live->source()));
    if (m_images->findData(images) < 0)
        return addFolder(images);
    m_images->setCurrentIndex(m_lastImages = m_images->findData(images));
    refresh();
}

void InspectorTraining::build()
{
    m_words->setObjectName(QStringLiteral("trainingWords"));
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName(QStringLiteral("trainCell"));
    m_images->setObjectName(QStringLiteral("trainingImages"));
    m_images->setAccessibleName(tr("Images to train on"));
    m_images->setToolTip(tr("Fashion-MNIST, or a folder with IDX files or with one subfolder of pictures per class"));
    m_images->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_images->setMinimumContentsLength(10);
    m_images->addItem(tr("Fashion-MNIST"), QStringLiteral("fashion-mnist"));
    m_images->addItem(tr("Another folder…"));
    const QString folder = QSettings().value(folderKey()).toString();
    if (!folder.isEmpty() && QFileInfo::exists(folder)) {
        addFolder(folder);
        m_images->setCurrentIndex(m_lastImages = 0);
    }
    connect(m_images, &QComboBox::activated, this, [this](int index) {
        if (m_images->itemData(index).isNull())
            chooseFolder();
        else
            m_lastImages = index;
        refresh();
    });
    m_progress->setObjectName(QStringLiteral("trainingProgress"));
    m_progress->setAccessibleName(tr("Number of training epochs"));
    m_plot->setMinimumHeight(170);

    auto* row = new QHBoxLayout;
    row->addWidget(m_images, 1);
    row->addWidget(m_button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->addWidget(m_words);
    layout->addLayout(row);
    layout->addWidget(m_progress);
    layout->addWidget(m_notice);
    layout->addWidget(m_plot);
}

QString InspectorTraining::images() const
{
    return m_images->itemData(m_lastImages).toString();
}

void InspectorTraining::chooseFolder()
{
    m_images->setCurrentIndex(m_lastImages);
    auto* dialog = new QFileDialog(this, tr("A folder of images"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        addFolder(path);
        QSettings().setValue(folderKey(), path);
    });
    dialog->open();
}

void InspectorTraining::addFolder(const QString& path)
{
    int index = m_images->findData(path);
    if (index < 0) {
        index = m_images->count() - 1; // before "another"
        m_images->insertItem(index, QDir(path).dirName(), path);
        m_images->setItemData(index, QDir::toNativeSeparators(path), Qt::ToolTipRole);
    }
    m_images->setCurrentIndex(m_lastImages = index);
    refresh();
}

void InspectorTraining::setCell(std::optional<CellIndex> cell)
{
    m_cell = cell;
    refresh();
}

void InspectorTraining::onButton()
{
    if (!m_cell)
        return;
    if (isUnderWay(m_state.trainings().of(*m_cell)))
        emit cancelRequested(*m_cell);
    else
        emit trainRequested(*m_cell, images());
}

// The running training; otherwise the known result, also from another cell of the same function or from an earlier
// session.
QString InspectorTraining::words() const
{
    const CellTraining* training = m_cell ? m_state.trainings().of(*m_cell) : nullptr;
    if (isUnderWay(training)) {
        const QString images = imagesTitle(training->images);
        if (training->status == CellTraining::Status::Waiting)
            return tr("Queued, or reading the images (%1).").arg(images);
        return training->query > 0 ? tr("The search is training it on %1.").arg(images)
                                   : tr("Training on %1.").arg(images);
    }
    QStringList lines;
    const bool failed = training != nullptr && training->status == CellTraining::Status::Failed;
    if (failed && training->problem.isEmpty())
        lines += tr("The training was cancelled.");
    if (m_cell) {
        for (const StoredTraining& result : m_state.trainings().results(*m_cell))
            lines += resultWords(result);
    }
    if (lines.isEmpty() && !failed)
        return tr("Trains the cell in a small network on one core: a few seconds. Its accuracy is not the table's.");
    return lines.join(QLatin1Char('\n'));
}

void InspectorTraining::refresh()
{
    const CellTraining* training = m_cell ? m_state.trainings().of(*m_cell) : nullptr;
    const bool underWay = isUnderWay(training);
    m_words->setText(words());
    m_words->setVisible(!m_words->text().isEmpty());
    // A function is trained once: a second training would return the same result.
    const bool trained = training != nullptr && training->result && training->images == images();
    m_button->setText(underWay ? tr("Cancel") : trained ? tr("Trained") : tr("Train it"));
    const bool isOfSearch = underWay && training->query > 0;
    m_button->setEnabled(m_cell.has_value() && !trained && !isOfSearch);
    m_button->setToolTip(isOfSearch ? tr("The search is training this cell; stop the search to cancel.") : QString());
    m_images->setEnabled(!underWay);
    m_notice->setSentence(training != nullptr ? training->problem : QString());
    const bool reports = training != nullptr && !training->epochs.empty();
    m_progress->setVisible(underWay);
    if (underWay) {
        m_progress->setRange(0, reports ? training->epochs.back().epochs : 0); // 0, 0: busy
        m_progress->setValue(reports ? training->epochs.back().epoch : 0);
        m_progress->setFormat(reports ? tr("Epoch %v of %m") : QString());
    }
    m_plot->setVisible(reports);
    m_plot->setEpochs(reports ? training->epochs : std::vector<EpochReport>());
}

} // namespace inverso::ui
