// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSizeF>
#include <QString>

#include <functional>

class QPaintDevice;

namespace inverso::ui {

/// A drawing as complete files. Its size is in its own units; the resolution is in units per inch.
struct PictureFile
{
    QSizeF size;
    int unitsPerInch = 72;
    QString title; ///< written into the file if the format supports it
    /// Draws on the device, from (0, 0); `scale`: the device's pixels for a unit.
    std::function<void(QPaintDevice& device, double scale)> paint;

    /// On white, `scale` pixels for a unit.
    [[nodiscard]] QImage image(double scale) const;
    [[nodiscard]] QByteArray png(double scale) const;
    [[nodiscard]] QByteArray svg() const;
    [[nodiscard]] QByteArray pdf() const;
};

} // namespace inverso::ui
