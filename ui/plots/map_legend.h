// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPalette>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace inverso::ui {

/// A star of five points around `centre`.
void paintStar(QPainter& painter, QPointF centre, double radius, const QColor& fill, const QColor& outline);

/// What the map's marks mean.
struct MapLegend
{
    quint32 cells = 0;
    bool hasRun = false;
    bool hasCandidates = false;
    int lastRound = 0;  ///< drawn so far
    int roundScale = 1; ///< the round at the end of the colour scale
    QString scaleTitle; ///< of the cells' values; empty: cells are grey
    QString scaleLow;
    QString scaleHigh;
    std::optional<std::size_t> shown; ///< cells that the filter accepts
    std::size_t group = 0;
    std::size_t phase = 0; ///< cells of the phase that the run is paused behind
    QFont font;
    QPalette palette;

    /// Pixels needed at that width.
    [[nodiscard]] double height(double width) const;
    void paint(QPainter& painter, const QRectF& area) const;

private:
    struct Entry;
    [[nodiscard]] std::vector<Entry> entries() const;
};

} // namespace inverso::ui
