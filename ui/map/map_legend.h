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

/// The numbers of ringed cells of the phase after which a run is paused.
struct PhaseCells
{
    std::size_t proposed = 0; ///< that the round may query
    std::size_t chosen = 0;   ///< that it will query
    std::size_t asked = 0;    ///< that it has queried, drawn like the chosen
};
/// A ring around such a cell.
void paintProposed(QPainter& painter, QPointF centre, const QPalette& palette);
void paintChosen(QPainter& painter, QPointF centre, const QPalette& palette);

/// The legend of the map's marks.
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
    bool keepsRoom = false; ///< for the entries of phases, so that the map does not move when they appear
    PhaseCells phase;       ///< of the phase after which the run is paused
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
