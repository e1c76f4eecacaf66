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

/// A cell with the drawing that is on screen; pictures show that one. Owns what it needs: any thread may export it.
struct ExportedCell
{
    std::shared_ptr<const SearchSpace> space;
    CellIndex cell = 0;
    CellDrawing drawing;
};

/// A complete file. Throws Error where the space has no such form. Any thread.
QByteArray exportData(const ExportedCell& cell, ExportFormat format);
/// "nasbench201-cell-1234.svg": the text of a cell holds characters that no file name may have.
QString exportFileName(const ExportedCell& cell, ExportFormat format);

/// What goes onto the clipboard: an image for PNG, else the file.
struct ExportedCopy
{
    QImage image;
    QByteArray data;
};
/// Throws Error likewise. Any thread.
ExportedCopy exportCopy(const ExportedCell& cell, ExportFormat format);
/// The same as the clipboard takes it. GUI thread.
QMimeData* exportMimeData(const ExportedCopy& copy, ExportFormat format);
/// Complete or not at all. Throws Error saying what, where and what to do.
void writeExport(const QString& path, const QByteArray& data);

} // namespace inverso::ui
