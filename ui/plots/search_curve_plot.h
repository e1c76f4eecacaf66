// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"
#include "ui/plots/search_curve_marks.h"
#include "ui/plots/search_curve_series.h"

namespace inverso::ui {

/// Best validation accuracy found (solid) and the test accuracy of that cell (dashed) against the number of
/// queries: of the run in progress with every query as a dot, of the visible runs of the archive, or the
/// mean of their seeds with a band of one standard deviation. The best of the table is a line, printed
/// results are marks.
class SearchCurvePlot : public PlotWidget
{
    Q_OBJECT

public:
    struct Shows
    {
        bool test = true;
        bool queries = true;
        bool averages = true; ///< runs that differ only in the seed as one mean
        bool printed = true;
        bool operator==(const Shows&) const = default;
    };

    SearchCurvePlot(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] const Shows& shows() const { return m_shows; }
    void setShows(const Shows& shows);
    /// The curves drawn in addition to the run in progress.
    [[nodiscard]] const std::vector<CurveSeries>& series() const { return m_series; }
    [[nodiscard]] const std::vector<PrintedResult>& printed() const { return m_printed.results(); }
    [[nodiscard]] bool isEmpty() const { return !showsCurrent() && m_series.empty(); }
    [[nodiscard]] QString figureName() const override { return QStringLiteral("search-curve"); }
    [[nodiscard]] QString figureCsv() const override;

protected:
    void recolor() override;
    void fitAxes() override;
    /// Only of the run in progress; curves of the archive and marks have no cells.
    void refill() override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    struct Lines
    {
        QCPGraph* valid = nullptr;
        QCPGraph* test = nullptr;
        QCPGraph* top = nullptr;    ///< of the band; null for a single run
        QCPGraph* bottom = nullptr; ///< likewise
    };
    void rebuild();
    void rebuildSeries();
    Lines addLines(const CurveSeries& series);
    void fillOptimum();
    void fillPrinted();
    void updateWords();
    /// Whether the state's run has something to show and has not been unticked since it ended.
    [[nodiscard]] bool showsCurrent() const;
    [[nodiscard]] double lastQuery() const;
    [[nodiscard]] QString bestWords() const;

    Shows m_shows;
    QCPGraph* m_optimum;
    QCPGraph* m_queries;
    QCPGraph* m_test;
    QCPGraph* m_valid;
    SearchCurveMarks m_printed;
    const Table::Dataset* m_printedFor = nullptr; ///< the data set of the marks
    std::vector<CurveSeries> m_series;
    std::vector<Lines> m_lines; ///< one per series
};

} // namespace inverso::ui
