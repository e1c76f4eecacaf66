// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/figure.h"

#include "ui/base/picture_file.h"
#include "ui/base/save_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace inverso::ui {

namespace {

struct FigureWords
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::Figure)
};

constexpr int pixelsPerInch = 96; // CSS
constexpr int usualScale = 2;

QString scaleKey()
{
    return QStringLiteral("figures/scale");
}

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

int pictureScale()
{
    return std::clamp(QSettings().value(scaleKey(), usualScale).toInt(), 1, largestPictureScale);
}

void setPictureScale(int scale)
{
    QSettings().setValue(scaleKey(), scale);
}

QImage figureImage(Figure& figure)
{
    return pictureOf(figure).image(pictureScale());
}

FigureContent figureContent(Figure& figure, const QString& suffix)
{
    if (suffix == QLatin1String("png"))
        return {figureImage(figure), {}};
    if (suffix == QLatin1String("svg"))
        return {{}, pictureOf(figure).svg()};
    if (suffix == QLatin1String("pdf"))
        return {{}, pictureOf(figure).pdf()};
    return {{}, figure.figureCsv().toUtf8()};
}

QString saveFigureContent(const FigureContent& content, const QString& path)
{
    if (content.image.isNull())
        return saveOrExplain(path, content.bytes);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    content.image.save(&buffer, "PNG");
    return saveOrExplain(path, buffer.data());
}

QString saveFigure(Figure& figure, const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (!figureSuffixes().contains(suffix))
        return FigureWords::tr("A figure cannot be written as \"%1\": use one of the endings %2.")
            .arg(QFileInfo(path).fileName(), figureSuffixes().join(QStringLiteral(", ")));
    return saveFigureContent(figureContent(figure, suffix), path);
}

} // namespace inverso::ui
