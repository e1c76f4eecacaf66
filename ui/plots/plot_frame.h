// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QString>

class QCPTextElement;
class QCustomPlot;

namespace inverso::ui {

/// Wraps lines between words at `width` pixels.
QString wrappedText(const QString& text, const QFontMetrics& metrics, int width);

/// The texts around a plot: a caption and the legend above the axes, in separate rows where they hide no data, and
/// the titles of the axes. Its owner calls the fit functions when the plot's size changes.
class PlotFrame
{
public:
    explicit PlotFrame(QCustomPlot& plot);

    void setTitles(const QString& x, const QString& y);
    void setCaption(const QString& text);
    [[nodiscard]] const QString& caption() const { return m_words; }
    /// Wraps the caption, and arranges the legend in as many columns as fit. Hides the legend if the plot is too low
    /// for it.
    void fitWidth();
    /// Elides the vertical title, which would overlap the caption of a low plot with large text.
    void fitTitle();
    /// Axes, caption and legend in the plot's palette and font.
    void recolor();

private:
    void fitLegend();

    QCustomPlot& m_plot;
    QCPTextElement* m_caption;
    QString m_yTitle;
    QString m_words; ///< the caption before wrapping
};

} // namespace inverso::ui
