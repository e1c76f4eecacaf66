// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSize>
#include <QString>
#include <QStringList>

class QPaintDevice;

namespace inverso::ui {

/// A plot that can be taken out of the window: as a picture, and as the numbers that it shows.
class Figure
{
public:
    virtual ~Figure() = default;

    /// For files, without an ending: "search-curve".
    [[nodiscard]] virtual QString figureName() const = 0;
    /// For people.
    [[nodiscard]] virtual QString figureTitle() const = 0;
    /// Whether it shows anything.
    [[nodiscard]] virtual bool hasFigure() const = 0;
    /// Device-independent pixels.
    [[nodiscard]] virtual QSize figureSize() const = 0;
    /// As it is on the screen, from (0, 0); `scale`: the device's pixels for one of figureSize().
    virtual void paintFigure(QPaintDevice& device, double scale) = 0;
    /// Whether there are numbers behind what it shows. Costs nothing, unlike to write them.
    [[nodiscard]] virtual bool hasData() const { return hasFigure(); }
    /// Those as CSV, with names in it and where they come from in front.
    [[nodiscard]] virtual QString figureCsv() const = 0;
};

/// The endings of the files that saveFigure() writes, pictures first: "png", "svg", "pdf", "csv".
QStringList figureSuffixes();
constexpr int largestPictureScale = 3;
/// Pixels of a PNG or a copied image for one of the screen's, 1 … largestPictureScale; remembered between sessions.
int pictureScale();
void setPictureScale(int scale);
/// The figure with pictureScale().
QImage figureImage(Figure& figure);

/// What goes into a file; a PNG is an image still, since packing it takes longest.
struct FigureContent
{
    QImage image;
    QByteArray bytes;
};
/// As the ending says, one of figureSuffixes(); PNG as figureImage(). GUI thread.
FigureContent figureContent(Figure& figure, const QString& suffix);
/// Whole or not at all. Any thread. Returns a sentence when it cannot, else an empty string.
QString saveFigureContent(const FigureContent& content, const QString& path);
/// Both, by the ending of the path. Returns a sentence likewise.
QString saveFigure(Figure& figure, const QString& path);

} // namespace inverso::ui
