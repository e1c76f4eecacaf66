// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/figure_export.h"

#include "ui/state/figure.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QVBoxLayout>

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
    , m_result(new QLabel)
{
    setObjectName(QStringLiteral("figureExport"));
    setWindowTitle(tr("Export all figures"));
    m_result->setObjectName(QStringLiteral("exportResult"));
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* form = new QFormLayout;
    form->addRow(tr("&Folder"), createFolder());
    form->addRow(tr("As"), createFormats());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_write = buttons->addButton(tr("&Export"), QDialogButtonBox::ActionRole);
    m_write->setObjectName(QStringLiteral("exportWrite"));
    m_write->setDefault(true);
    connect(m_folder, &QLineEdit::textChanged, this, &FigureExport::updateState);
    for (QCheckBox* tick : m_formats)
        connect(tick, &QCheckBox::toggled, this, &FigureExport::updateState);
    connect(m_write, &QPushButton::clicked, this, &FigureExport::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_result);
    layout->addWidget(buttons);
    const auto count = static_cast<int>(figures().size());
    say(count == 0 ? tr("No figure shows anything yet: open a table, or run a search first.")
                   : tr("%n figures show something now.", nullptr, count));
    updateState();
}

QWidget* FigureExport::createFolder()
{
    m_folder->setObjectName(QStringLiteral("exportFolder"));
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

void FigureExport::write()
{
    const QString folder = QDir::fromNativeSeparators(m_folder->text());
    if (!QDir().mkpath(folder))
        return say(tr("The folder %1 cannot be made: choose another place.").arg(m_folder->text()));
    const std::vector<Figure*> all = figures();
    int there = 0;
    for (const Figure* figure : all)
        for (const QString& path : paths(*figure))
            there += QFileInfo::exists(path) ? 1 : 0;
    if (there > 0 && !m_overwrites) {
        m_overwrites = true;
        m_write->setText(tr("Over&write"));
        return say(tr("%n files are there already: press Overwrite to replace them, or choose another folder.", nullptr,
                      there));
    }
    m_overwrites = false; // that was for now
    QSettings().setValue(settingsKey(), folder);
    int written = 0;
    for (Figure* figure : all) {
        for (const QString& path : paths(*figure)) {
            const QString problem = saveFigure(*figure, path);
            if (!problem.isEmpty()) {
                updateState();
                return say(tr("%1 (%n files were written before.)", nullptr, written).arg(problem));
            }
            ++written;
        }
    }
    updateState();
    say(tr("%n files of %1 figures are in %2.", nullptr, written).arg(all.size()).arg(m_folder->text()));
}

// Another folder or format: what was answered is no longer what was asked.
void FigureExport::updateState()
{
    m_overwrites = false;
    m_write->setText(tr("&Export"));
    const bool formats = std::ranges::any_of(m_formats, [](const QCheckBox* tick) { return tick->isChecked(); });
    m_write->setEnabled(formats && !m_folder->text().isEmpty() && !figures().empty());
}

void FigureExport::say(const QString& sentence)
{
    m_result->setText(sentence);
}

} // namespace inverso::ui
