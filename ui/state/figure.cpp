// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/figure.h"

#include "ui/state/picture_file.h"
#include "ui/state/save_file.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace inverso::ui {

namespace {

struct FigureWords
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::Figure)
};

constexpr int pixelsPerInch = 96; // CSS
constexpr double imageScale = 2.0;

PictureFile pictureOf(Figure& figure)
{
    return {figure.figureSize(), pixelsPerInch, figure.figureTitle(),
            [&figure](QPaintDevice& device, double scale) { figure.paintFigure(device, scale); }};
}

} // namespace

QStringList figureSuffixes()
{
    return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"), QStringLiteral("csv")};
}

QImage figureImage(Figure& figure)
{
    return pictureOf(figure).image(imageScale);
}

QString saveFigure(Figure& figure, const QString& path)
{
    const PictureFile picture = pictureOf(figure);
    const QString suffix = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    if (suffix == QLatin1String("png"))
        bytes = picture.png(imageScale);
    else if (suffix == QLatin1String("svg"))
        bytes = picture.svg();
    else if (suffix == QLatin1String("pdf"))
        bytes = picture.pdf();
    else if (suffix == QLatin1String("csv"))
        bytes = figure.figureCsv().toUtf8();
    else
        return FigureWords::tr("A figure cannot be written as \"%1\": use one of the endings %2.")
            .arg(QFileInfo(path).fileName(), figureSuffixes().join(QStringLiteral(", ")));
    return saveOrExplain(path, bytes);
}

} // namespace inverso::ui
