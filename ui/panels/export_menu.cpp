// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/export_menu.h"

#include "core/base/error.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QToolTip>

namespace inverso::ui {

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
        menu->addAction(tr("%1…").arg(info.name), this, [this, format] { saveAs(format); });
        if (info.copies)
            copies->addAction(info.name, this, [this, format] { copy(format); });
    }
    menu->addSeparator();
    menu->addMenu(copies);
    setMenu(menu);
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
    try {
        writeExport(path, exportData(*cell, format));
        m_folder = QFileInfo(path).absolutePath();
        emit failed({});
    } catch (const Error& error) {
        emit failed(QString::fromUtf8(error.what()));
    }
}

void ExportMenu::copy(ExportFormat format)
{
    const auto cell = m_cell();
    if (!cell)
        return;
    try {
        QGuiApplication::clipboard()->setMimeData(exportMimeData(*cell, format));
        QToolTip::showText(mapToGlobal(rect().bottomLeft()), tr("Copied: %1").arg(exportFormat(format).name), this);
        emit failed({});
    } catch (const Error& error) {
        emit failed(QString::fromUtf8(error.what()));
    }
}

} // namespace inverso::ui
