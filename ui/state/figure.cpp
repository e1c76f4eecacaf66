// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/figure.h"

#include "ui/state/picture_file.h"
#include "ui/state/save_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace inverso::ui {

namespace {

struct FigureWords
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::Figure)
};

constexpr int pixelsPerInch = 96; // CSS
constexpr double pngScale = 2.0;

} // namespace

QStringList figureSuffixes()
{
    return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"), QStringLiteral("csv")};
}

QString saveFigure(Figure& figure, const QString& path)
{
    const PictureFile picture{figure.figureSize(), pixelsPerInch, figure.figureTitle(),
                              [&figure](QPaintDevice& device, double scale) { figure.paintFigure(device, scale); }};
    const QString suffix = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    if (suffix == QLatin1String("png"))
        bytes = picture.png(pngScale);
    else if (suffix == QLatin1String("svg"))
        bytes = picture.svg();
    else if (suffix == QLatin1String("pdf"))
        bytes = picture.pdf();
    else if (suffix == QLatin1String("csv"))
        bytes = figure.figureCsv().toUtf8();
    else
        return FigureWords::tr("A figure cannot be written as \"%1\": use one of the endings %2.")
            .arg(QFileInfo(path).fileName(), figureSuffixes().join(QStringLiteral(", ")));
    const QString reason = saveFile(path, bytes);
    if (reason.isEmpty())
        return {};
    return FigureWords::tr("%1 cannot be written (%2). Check the folder and the free space, or choose another place.")
        .arg(QDir::toNativeSeparators(path), reason);
}

} // namespace inverso::ui
