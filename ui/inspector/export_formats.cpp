// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/export_formats.h"

#include "core/base/error.h"
#include "core/export/cell_export.h"
#include "ui/base/save_file.h"
#include "ui/cells/cell_picture.h"

#include <QCoreApplication>
#include <QDir>
#include <QMimeData>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::ExportFormats)
};

QString titleOf(const ExportedCell& cell)
{
    return QStringLiteral("%1 %2").arg(QString::fromUtf8(cell.space->title()),
                                       QString::fromStdString(cell.space->text(cell.cell)));
}

} // namespace

std::vector<ExportFormatInfo> exportFormats()
{
    return {{ExportFormat::Png, Words::tr("PNG picture"), QStringLiteral("png"), true},
            {ExportFormat::Svg, Words::tr("SVG drawing"), QStringLiteral("svg"), true},
            {ExportFormat::Pdf, Words::tr("PDF drawing"), QStringLiteral("pdf"), false},
            {ExportFormat::Text, Words::tr("Text"), QStringLiteral("txt"), true},
            {ExportFormat::Json, Words::tr("JSON"), QStringLiteral("json"), true},
            {ExportFormat::Dot, Words::tr("DOT graph"), QStringLiteral("dot"), true},
            {ExportFormat::PyTorch, Words::tr("PyTorch module"), QStringLiteral("py"), true},
            {ExportFormat::OnnxCell, Words::tr("ONNX, the cell alone"), QStringLiteral("onnx"), false},
            {ExportFormat::OnnxNetwork, Words::tr("ONNX, the whole network"), QStringLiteral("onnx"), false}};
}

ExportFormatInfo exportFormat(ExportFormat format)
{
    for (ExportFormatInfo& info : exportFormats()) {
        if (info.format == format)
            return info;
    }
    return {};
}

QByteArray exportData(const ExportedCell& cell, ExportFormat format)
{
    switch (format) {
    case ExportFormat::Text:
        return QByteArray::fromStdString(cell.space->text(cell.cell)) + '\n';
    case ExportFormat::Json:
        return QByteArray::fromStdString(toJson(*cell.space, cell.cell));
    case ExportFormat::Dot:
        return QByteArray::fromStdString(toDot(*cell.space, cell.cell));
    case ExportFormat::Svg:
        return cellSvg(cell.drawing, titleOf(cell));
    case ExportFormat::Png:
        return cellPng(cell.drawing);
    case ExportFormat::Pdf:
        return cellPdf(cell.drawing, titleOf(cell));
    case ExportFormat::PyTorch:
        return QByteArray::fromStdString(toPython(*cell.space, cell.cell));
    case ExportFormat::OnnxCell:
        return QByteArray::fromStdString(toOnnx(*cell.space, cell.cell, OnnxScope::Cell));
    case ExportFormat::OnnxNetwork:
        return QByteArray::fromStdString(toOnnx(*cell.space, cell.cell, OnnxScope::Network));
    }
    return {};
}

QString exportFileName(const ExportedCell& cell, ExportFormat format)
{
    const QString part = format == ExportFormat::OnnxNetwork ? QStringLiteral("network") : QStringLiteral("cell");
    return QStringLiteral("%1-%2-%3.%4")
        .arg(QString::fromUtf8(cell.space->name()), part)
        .arg(cell.cell)
        .arg(exportFormat(format).suffix);
}

ExportedCopy exportCopy(const ExportedCell& cell, ExportFormat format)
{
    if (format == ExportFormat::Png)
        return {cellImage(cell.drawing), {}};
    return {{}, exportData(cell, format)};
}

QMimeData* exportMimeData(const ExportedCopy& copy, ExportFormat format)
{
    auto mime = std::make_unique<QMimeData>();
    if (format == ExportFormat::Png) {
        mime->setImageData(copy.image);
        return mime.release();
    }
    if (format == ExportFormat::Svg)
        mime->setData(QStringLiteral("image/svg+xml"), copy.data);
    const QString text = QString::fromUtf8(copy.data);
    mime->setText(format == ExportFormat::Text ? text.trimmed() : text);
    return mime.release();
}

void writeExport(const QString& path, const QByteArray& data)
{
    const QString reason = saveFile(path, data);
    if (reason.isEmpty())
        return;
    throw Error(Words::tr("%1 could not be written: %2. Choose another folder or name.")
                    .arg(QDir::toNativeSeparators(path), reason)
                    .toStdString());
}

} // namespace inverso::ui
