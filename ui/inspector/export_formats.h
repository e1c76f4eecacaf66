// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_drawing.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <memory>
#include <vector>

class QMimeData;

namespace inverso::ui {

/// The export formats of a cell.
enum class ExportFormat { Text, Json, Dot, Svg, Png, Pdf, PyTorch, OnnxCell, OnnxNetwork };

struct ExportFormatInfo
{
    ExportFormat format = ExportFormat::Text;
    QString name;        ///< "SVG picture"
    QString suffix;      ///< of a file, without a dot
    bool copies = false; ///< can be copied to the clipboard
};
/// All of them, in the order of a menu; pictures first.
std::vector<ExportFormatInfo> exportFormats();
ExportFormatInfo exportFormat(ExportFormat format);

/// A cell with its drawing on the screen, which pictures show. It owns its data: any thread may export it.
struct ExportedCell
{
    std::shared_ptr<const SearchSpace> space;
    CellIndex cell = 0;
    CellDrawing drawing;
};

/// A complete file. Throws Error if the space does not have this format. Any thread.
QByteArray exportData(const ExportedCell& cell, ExportFormat format);
/// "nasbench201-cell-1234.svg": the text of a cell contains characters that are not allowed in file names.
QString exportFileName(const ExportedCell& cell, ExportFormat format);

/// The data for the clipboard: an image for PNG, otherwise the file.
struct ExportedCopy
{
    QImage image;
    QByteArray data;
};
/// Throws Error likewise. Any thread.
ExportedCopy exportCopy(const ExportedCell& cell, ExportFormat format);
/// The same as data for the clipboard. GUI thread.
QMimeData* exportMimeData(const ExportedCopy& copy, ExportFormat format);
/// Writes completely or not at all. Throws Error with the file, the reason and what to do.
void writeExport(const QString& path, const QByteArray& data);

} // namespace inverso::ui
