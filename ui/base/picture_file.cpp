// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/picture_file.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace inverso::ui {

namespace {

constexpr double metresPerInch = 0.0254;

} // namespace

QImage PictureFile::image(double scale) const
{
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    image.setDotsPerMeterX(static_cast<int>(scale * unitsPerInch / metresPerInch));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    paint(image, scale);
    return image;
}

QByteArray PictureFile::png(double scale) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image(scale).save(&buffer, "PNG");
    return buffer.data();
}

QByteArray PictureFile::svg() const
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(unitsPerInch);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), size));
    generator.setTitle(title);
    paint(generator, 1.0);
    return buffer.data();
}

QByteArray PictureFile::pdf() const
{
    constexpr int pointsPerInch = 72;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Inverso"));
        writer.setPageSize(
            QPageSize(size * pointsPerInch / unitsPerInch, QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        paint(writer, static_cast<double>(writer.resolution()) / unitsPerInch);
    }
    return buffer.data();
}

} // namespace inverso::ui
