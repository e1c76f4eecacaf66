// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

// A static library's resources are registered by hand, from outside any namespace.
static void registerIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace inverso::ui {

namespace {

QByteArray drawing(const QString& name)
{
    [[maybe_unused]] static const bool registered = (registerIcons(), true);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap rendered(const QByteArray& svg, int pixels)
{
    QSvgRenderer renderer(svg);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

QIcon themedIcon(const QString& name, const QPalette& palette)
{
    const QByteArray svg = drawing(name);
    const auto inColor = [&](QPalette::ColorGroup group) {
        QByteArray coloured = svg;
        coloured.replace("#000000", palette.color(group, QPalette::ButtonText).name().toLatin1());
        return coloured;
    };
    QIcon icon;
    for (const int pixels : {16, 24, 32, 48, 64}) {
        icon.addPixmap(rendered(inColor(QPalette::Active), pixels));
        icon.addPixmap(rendered(inColor(QPalette::Disabled), pixels), QIcon::Disabled);
    }
    return icon;
}

QIcon programIcon()
{
    const QByteArray svg = drawing(QStringLiteral("inverso"));
    QIcon icon;
    for (const int pixels : {16, 32, 48, 64, 128, 256})
        icon.addPixmap(rendered(svg, pixels));
    return icon;
}

} // namespace inverso::ui
