// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>

class QPainter;
class QRectF;

namespace inverso::ui {

/// A round mark: a green disc with a tick, or an empty ring for experiments to do.
void paintTick(QPainter& painter, const QRectF& square, const QPalette& palette, bool done);

/// The same for lists; sharp at any scale. Call again after a PaletteChange.
QIcon tickIcon(const QPalette& palette, bool done);

} // namespace inverso::ui
