// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/search_curve_reference.h"

#include <qcustomplot.h>

namespace inverso::ui {

/// Printed results in a search curve: a diamond with its standard deviation, and the method's name beside it; names
/// that would overlap are moved apart.
class SearchCurveMarks
{
public:
    /// They belong to the plot.
    explicit SearchCurveMarks(QCustomPlot& plot);

    void setResults(std::vector<PrintedResult> results);
    [[nodiscard]] const std::vector<PrintedResult>& results() const { return m_results; }
    [[nodiscard]] QCPGraph* graph() const { return m_marks; }
    /// `behind` is the colour under the names.
    void recolor(const QColor& mark, const QColor& text, const QColor& behind, const QFont& font);
    /// Pixels that the names need to the right of the last mark.
    [[nodiscard]] double nameRoom() const;
    /// Puts the names beside their marks, for the current axes.
    void placeNames();
    /// The printed result at that point of the plot; null if none is near.
    [[nodiscard]] const PrintedResult* at(const QPointF& point) const;

private:
    [[nodiscard]] QPointF pixel(const PrintedResult& result) const;

    QCustomPlot& m_plot;
    QCPGraph* m_marks;
    QCPErrorBars* m_bars;
    std::vector<PrintedResult> m_results;
    std::vector<QCPItemText*> m_names; ///< one per result
};

} // namespace inverso::ui
