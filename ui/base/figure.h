// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSize>
#include <QString>
#include <QStringList>

class QPaintDevice;

namespace inverso::ui {

/// A plot that can be exported: as a picture, and as the numbers that it shows.
class Figure
{
public:
    virtual ~Figure() = default;

    /// File name without extension: "search-curve".
    [[nodiscard]] virtual QString figureName() const = 0;
    /// Name for the user.
    [[nodiscard]] virtual QString figureTitle() const = 0;
    /// Whether it shows anything.
    [[nodiscard]] virtual bool hasFigure() const = 0;
    /// Device-independent pixels.
    [[nodiscard]] virtual QSize figureSize() const = 0;
    /// As it is on the screen, from (0, 0); `scale`: the device's pixels for one of figureSize().
    virtual void paintFigure(QPaintDevice& device, double scale) = 0;
    /// Whether it has data to export. Cheap, in contrast to writing them.
    [[nodiscard]] virtual bool hasData() const { return hasFigure(); }
    /// The data as CSV, with column names, after comments about their origin.
    [[nodiscard]] virtual QString figureCsv() const = 0;
};

/// The extensions of the files that saveFigure() writes, pictures first: "png", "svg", "pdf", "csv".
QStringList figureSuffixes();
constexpr int largestPictureScale = 3;
/// Pixels of a PNG or a copied image per screen pixel, 1 … largestPictureScale; remembered between sessions.
int pictureScale();
void setPictureScale(int scale);
/// The figure with pictureScale().
QImage figureImage(Figure& figure);

/// The content of a file; for PNG still an image, since compressing it takes longest.
struct FigureContent
{
    QImage image;
    QByteArray bytes;
};
/// In the format of the extension, one of figureSuffixes(); PNG as figureImage(). GUI thread.
FigureContent figureContent(Figure& figure, const QString& suffix);
/// Writes completely or not at all. Any thread. Returns an error sentence, or an empty string.
QString saveFigureContent(const FigureContent& content, const QString& path);
/// Both steps, by the extension of the path. Returns an error sentence, or an empty string.
QString saveFigure(Figure& figure, const QString& path);

} // namespace inverso::ui
