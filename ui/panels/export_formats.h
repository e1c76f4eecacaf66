// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_drawing.h"

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

class QMimeData;

namespace inverso::ui {

/// The forms in which a cell leaves the program.
enum class ExportFormat { Text, Json, Dot, Svg, Png, Pdf, PyTorch, OnnxCell, OnnxNetwork };

struct ExportFormatInfo
{
    ExportFormat format = ExportFormat::Text;
    QString name;        ///< "SVG picture"
    QString suffix;      ///< of a file, without a dot
    bool copies = false; ///< makes sense on the clipboard
};
/// All of them, in the order of a menu; pictures first.
std::vector<ExportFormatInfo> exportFormats();
ExportFormatInfo exportFormat(ExportFormat format);

/// A cell with the drawing that is on screen; pictures show that one.
struct ExportedCell
{
    const SearchSpace& space;
    CellIndex cell;
    const CellDrawing& drawing;
};

/// A complete file. Throws Error where the space has no such form.
QByteArray exportData(const ExportedCell& cell, ExportFormat format);
/// "nasbench201-cell-1234.svg": the text of a cell holds characters that no file name may have.
QString exportFileName(const ExportedCell& cell, ExportFormat format);
/// For the clipboard. Throws Error likewise.
QMimeData* exportMimeData(const ExportedCell& cell, ExportFormat format);
/// Complete or not at all. Throws Error saying what, where and what to do.
void writeExport(const QString& path, const QByteArray& data);

} // namespace inverso::ui
