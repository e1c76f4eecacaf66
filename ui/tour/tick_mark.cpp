// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tick_mark.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"

#include <QPainter>
#include <QPixmap>

namespace inverso::ui {

void paintTick(QPainter& painter, const QRectF& square, const QPalette& palette, bool done)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = square.width() / 9.0;
    const QRectF disc = square.adjusted(line, line, -line, -line);
    if (done) {
        const QColor green = accentColor(Accent::Green, isDark(palette));
        painter.setPen(Qt::NoPen);
        painter.setBrush(green);
        painter.drawEllipse(disc);
        const QColor tick = isDark(palette) ? palette.color(QPalette::Base) : QColor(Qt::white);
        painter.setPen(QPen(tick, 1.3 * line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto at = [&](double x, double y) {
            return QPointF(disc.x() + x * disc.width(), disc.y() + y * disc.height());
        };
        const QPointF points[] = {at(0.27, 0.53), at(0.43, 0.69), at(0.73, 0.34)};
        painter.drawPolyline(points, 3);
    } else {
        painter.setPen(QPen(mutedColor(palette), line));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(disc.adjusted(line / 2, line / 2, -line / 2, -line / 2));
    }
    painter.restore();
}

QIcon tickIcon(const QPalette& palette, bool done)
{
    QIcon icon;
    for (const int pixels : {16, 24, 32, 48, 64}) {
        QPixmap pixmap(pixels, pixels);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintTick(painter, pixmap.rect(), palette, done);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace inverso::ui
