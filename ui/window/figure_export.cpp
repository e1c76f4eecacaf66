// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/figure_export.h"

#include "ui/base/figure.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace inverso::ui {

namespace {

QString settingsKey()
{
    return QStringLiteral("figures/folder");
}

} // namespace

FigureExport::FigureExport(QWidget& window)
    : QDialog(&window)
    , m_window(window)
    , m_folder(new QLineEdit)
    , m_choices(new QWidget)
    , m_scale(new QComboBox)
    , m_result(new QLabel)
    , m_progress(new QProgressBar)
{
    setObjectName(QStringLiteral("figureExport"));
    setWindowTitle(tr("Export all figures"));
    m_result->setObjectName(QStringLiteral("exportResult"));
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_progress->setObjectName(QStringLiteral("exportProgress"));
    m_progress->setAccessibleName(tr("Files written"));
    QSizePolicy keeps = m_progress->sizePolicy();
    keeps.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keeps);
    m_progress->hide();
    m_scale->setObjectName(QStringLiteral("exportScale"));
    for (int scale = 1; scale <= largestPictureScale; ++scale)
        m_scale->addItem(tr("%1× the screen's").arg(scale), scale);
    m_scale->setCurrentIndex(m_scale->findData(pictureScale()));
    auto* form = new QFormLayout(m_choices);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Folder"), createFolder());
    form->addRow(tr("As"), createFormats());
    form->addRow(tr("PNG &resolution"), m_scale);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_choices);
    layout->addWidget(m_result);
    layout->addWidget(m_progress);
    layout->addWidget(createButtons());
    connect(m_folder, &QLineEdit::textChanged, this, &FigureExport::updateState);
    connect(m_scale, &QComboBox::activated, this, [this] { setPictureScale(m_scale->currentData().toInt()); });
    for (QCheckBox* tick : m_formats)
        connect(tick, &QCheckBox::toggled, this, &FigureExport::updateState);
    connect(&m_file, &QFutureWatcherBase::finished, this, &FigureExport::onWritten);
    const auto count = static_cast<int>(figures().size());
    say(count == 0 ? tr("There is no figure to export yet: open a table or run a search first.")
                   : tr("%n figures to export.", nullptr, count));
    updateState();
}

FigureExport::~FigureExport()
{
    m_file.disconnect(this);
    m_file.waitForFinished();
}

QWidget* FigureExport::createButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_write = buttons->addButton(tr("&Export"), QDialogButtonBox::ActionRole);
    m_write->setObjectName(QStringLiteral("exportWrite"));
    m_write->setDefault(true);
    m_cancel = buttons->addButton(tr("&Stop"), QDialogButtonBox::ActionRole);
    m_cancel->setObjectName(QStringLiteral("exportCancel"));
    m_cancel->setToolTip(tr("Stop after the current file; files already written are kept"));
    connect(m_write, &QPushButton::clicked, this, &FigureExport::write);
    connect(m_cancel, &QPushButton::clicked, this, &FigureExport::cancel);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

QWidget* FigureExport::createFolder()
{
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setAccessibleName(tr("Folder for the figures"));
    m_folder->setMinimumWidth(320);
    m_folder->setText(QDir::toNativeSeparators(
        QSettings()
            .value(settingsKey(), QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
            .toString()));
    auto* browse = new QPushButton(tr("&Browse…"));
    connect(browse, &QPushButton::clicked, this, &FigureExport::chooseFolder);
    auto* box = new QWidget;
    box->setFocusProxy(m_folder);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    return box;
}

QWidget* FigureExport::createFormats()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    for (const QString& suffix : figureSuffixes()) {
        auto* tick = new QCheckBox(suffix.toUpper());
        tick->setObjectName(QStringLiteral("export-") + suffix);
        tick->setChecked(suffix == QLatin1String("png") || suffix == QLatin1String("csv"));
        tick->setToolTip(suffix == QLatin1String("csv") ? tr("The numbers that a figure shows")
                                                        : tr("A picture of the figure"));
        row->addWidget(tick);
        m_formats.push_back(tick);
    }
    row->addStretch(1);
    return box;
}

void FigureExport::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder for the figures"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder,
            [this](const QString& path) { m_folder->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

std::vector<Figure*> FigureExport::figures() const
{
    std::vector<Figure*> result;
    const auto widgets = m_window.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (auto* figure = dynamic_cast<Figure*>(widget); figure != nullptr && figure->hasFigure())
            result.push_back(figure);
    }
    return result;
}

QStringList FigureExport::paths(const Figure& figure) const
{
    QStringList result;
    const QDir folder(QDir::fromNativeSeparators(m_folder->text()));
    for (const QCheckBox* tick : m_formats) {
        const QString suffix = tick->objectName().section(QLatin1Char('-'), 1);
        if (tick->isChecked() && (suffix != QLatin1String("csv") || figure.hasData()))
            result += folder.filePath(figure.figureName() + QLatin1Char('.') + suffix);
    }
    return result;
}

std::vector<FigureExport::File> FigureExport::files() const
{
    std::vector<File> result;
    for (Figure* figure : figures())
        for (const QString& path : paths(*figure))
            result.push_back({dynamic_cast<QWidget*>(figure), path});
    return result;
}

void FigureExport::write()
{
    if (m_writing)
        return;
    const QString folder = QDir::fromNativeSeparators(m_folder->text());
    if (!QDir().mkpath(folder))
        return say(tr("Cannot create the folder %1: choose another place.").arg(m_folder->text()));
    std::vector<File> all = files();
    QSet<QString> there;
    for (const File& file : all)
        if (QFileInfo::exists(file.path))
            there.insert(file.path);
    if (!m_replaceable.contains(there)) {
        m_replaceable = there;
        m_write->setText(tr("Over&write"));
        return say(tr("%n files exist already: press Overwrite to replace them, or choose another folder.", nullptr,
                      static_cast<int>(there.size())));
    }
    QSettings().setValue(settingsKey(), folder);
    begin(std::move(all));
}

void FigureExport::begin(std::vector<File> files)
{
    m_files = std::move(files);
    m_figures = static_cast<int>(figures().size());
    m_written = 0;
    m_writing = true;
    m_progress->setRange(0, static_cast<int>(m_files.size()));
    m_progress->show();
    m_choices->setEnabled(false);
    m_write->setEnabled(false);
    m_cancel->setEnabled(true);
    writeNext();
}

// Widgets are painted on this thread, one per turn of the event loop; the file is compressed and written on another.
void FigureExport::writeNext()
{
    m_progress->setValue(static_cast<int>(m_written));
    if (m_written == m_files.size())
        return end(tr("%n files of %1 figures were saved in %2.", nullptr, static_cast<int>(m_written))
                       .arg(m_figures)
                       .arg(m_folder->text()));
    const File& file = m_files[m_written];
    const QString name = QFileInfo(file.path).fileName();
    if (QFileInfo::exists(file.path) && !m_replaceable.contains(file.path))
        return end(tr("%1 has appeared in the folder meanwhile and was not replaced. (%n files were written before.)",
                      nullptr, static_cast<int>(m_written))
                       .arg(name));
    say(tr("Writing %1…").arg(name));
    auto* figure = dynamic_cast<Figure*>(file.figure.data());
    m_file.setFuture(QtConcurrent::run(
        [content = figure != nullptr ? figureContent(*figure, QFileInfo(name).suffix()) : FigureContent(),
         path = file.path] { return saveFigureContent(content, path); }));
}

void FigureExport::onWritten()
{
    const QString problem = m_file.result();
    const auto before = static_cast<int>(m_written);
    if (!problem.isEmpty())
        return end(tr("%1 (%n files were written before.)", nullptr, before).arg(problem));
    ++m_written;
    if (!m_writing)
        return end(tr("Stopped: %n files are in %1.", nullptr, before + 1).arg(m_folder->text()));
    QTimer::singleShot(0, this, [this] {
        if (!m_writing)
            return end(tr("Stopped: %n files are in %1.", nullptr, static_cast<int>(m_written)).arg(m_folder->text()));
        writeNext();
    });
}

void FigureExport::cancel()
{
    m_writing = false;
    m_cancel->setEnabled(false);
}

void FigureExport::reject()
{
    cancel();
    QDialog::reject();
}

void FigureExport::end(const QString& sentence)
{
    m_writing = false;
    m_files.clear();
    m_progress->hide();
    m_choices->setEnabled(true);
    updateState();
    say(sentence);
}

// Another folder or format: the answer about existing files is no longer valid.
void FigureExport::updateState()
{
    m_replaceable.clear();
    m_write->setText(tr("&Export"));
    m_cancel->setEnabled(false);
    const bool formats = std::ranges::any_of(m_formats, [](const QCheckBox* tick) { return tick->isChecked(); });
    m_write->setEnabled(formats && !m_folder->text().isEmpty() && !figures().empty());
}

void FigureExport::say(const QString& sentence)
{
    m_result->setText(sentence);
}

} // namespace inverso::ui
