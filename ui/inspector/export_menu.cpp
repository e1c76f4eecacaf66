// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/export_menu.h"

#include "core/base/error.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QToolTip>
#include <QtConcurrent>

namespace inverso::ui {

namespace {

constexpr int slow = 100; // milliseconds before an export is shown as running

struct Outcome
{
    ExportedCopy copy;
    QString problem;
};

} // namespace

ExportMenu::ExportMenu(Source cell, QWidget* parent)
    : QToolButton(parent)
    , m_cell(std::move(cell))
{
    setObjectName(QStringLiteral("exportButton"));
    setText(tr("Export"));
    setToolTip(tr("Save the cell as a file, or copy it"));
    setAccessibleName(tr("Export the cell"));
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto* menu = new QMenu(this);
    auto* copies = new QMenu(tr("Copy"), menu);
    for (const ExportFormatInfo& info : exportFormats()) {
        const ExportFormat format = info.format;
        if (format == ExportFormat::Text || format == ExportFormat::PyTorch)
            menu->addSeparator();
        m_exports.push_back(menu->addAction(tr("%1…").arg(info.name), this, [this, format] { saveAs(format); }));
        if (info.copies)
            copies->addAction(info.name, this, [this, format] { copy(format); });
    }
    menu->addSeparator();
    m_exports.push_back(menu->addMenu(copies));
    m_cancel = menu->addAction(tr("Cancel the export"), this, &ExportMenu::cancel);
    m_cancel->setObjectName(QStringLiteral("cancelExport"));
    setMenu(menu);

    m_thread.setMaxThreadCount(1);
    m_slow.setSingleShot(true);
    m_slow.setInterval(slow);
    connect(&m_slow, &QTimer::timeout, this, &ExportMenu::showState);
    showState();
}

ExportMenu::~ExportMenu()
{
    m_thread.waitForDone();
}

QSize ExportMenu::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(14, 0); // styles draw the arrow over the text
}

void ExportMenu::saveAs(ExportFormat format)
{
    const auto cell = m_cell();
    if (!cell)
        return;
    const ExportFormatInfo info = exportFormat(format);
    auto* dialog = new QFileDialog(this, tr("Save the cell: %1").arg(info.name), m_folder,
                                   tr("%1 (*.%2);;All files (*)").arg(info.name, info.suffix));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(info.suffix);
    dialog->selectFile(exportFileName(*cell, format));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString& path) { save(format, path); });
    dialog->open();
}

void ExportMenu::save(ExportFormat format, const QString& path)
{
    const auto cell = m_cell();
    if (!cell)
        return;
    run(
        [cell = *cell, format, path, stop = m_stop.get_token()] {
            const QByteArray bytes = exportData(cell, format);
            if (!stop.stop_requested())
                writeExport(path, bytes);
            return ExportedCopy();
        },
        [this, path](const ExportedCopy&) { m_folder = QFileInfo(path).absolutePath(); });
}

void ExportMenu::copy(ExportFormat format)
{
    const auto cell = m_cell();
    if (!cell)
        return;
    run([cell = *cell, format] { return exportCopy(cell, format); },
        [this, format](const ExportedCopy& copied) {
            QGuiApplication::clipboard()->setMimeData(exportMimeData(copied, format));
            QToolTip::showText(mapToGlobal(rect().bottomLeft()), tr("Copied: %1").arg(exportFormat(format).name), this);
        });
}

void ExportMenu::cancel()
{
    m_stop.request_stop();
    m_stop = {};
}

void ExportMenu::run(Work work, Done done)
{
    auto* watcher = new QFutureWatcher<Outcome>(this);
    const std::stop_token stop = m_stop.get_token();
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, stop, done = std::move(done)] {
        watcher->deleteLater();
        const Outcome outcome = watcher->result();
        if (!stop.stop_requested() && outcome.problem.isEmpty())
            done(outcome.copy);
        if (!stop.stop_requested())
            emit failed(outcome.problem);
        if (--m_running > 0)
            return;
        m_slow.stop();
        showState();
        emit idle();
    });
    if (m_running++ == 0)
        m_slow.start();
    watcher->setFuture(QtConcurrent::run(&m_thread, [work = std::move(work), stop]() -> Outcome {
        if (stop.stop_requested())
            return {};
        try {
            return {work(), {}};
        } catch (const std::exception& error) {
            return {{}, QString::fromUtf8(error.what())};
        }
    }));
}

// A long export can be cancelled, and no other can be started meanwhile.
void ExportMenu::showState()
{
    const bool busy = isBusy();
    setText(busy ? tr("Exporting…") : tr("Export"));
    for (QAction* action : m_exports)
        action->setEnabled(!busy);
    m_cancel->setVisible(busy);
}

} // namespace inverso::ui
