// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/plot.h"
#include "ui/base/figure.h"

#include <QWidget>

#include <memory>

class QSvgRenderer;

namespace inverso::ui {

/// A plot of a report, drawn as in its page; in the colours of the theme.
class ReportFigure : public QWidget, public Figure
{
    Q_OBJECT

public:
    explicit ReportFigure(QWidget* parent = nullptr);
    ~ReportFigure() override;

    void setPlot(Plot plot);

    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureTitle() const override;
    [[nodiscard]] bool hasFigure() const override { return !m_plot.series.empty(); }
    [[nodiscard]] QSize figureSize() const override;
    void paintFigure(QPaintDevice& device, double scale) override;
    [[nodiscard]] QString figureCsv() const override;

    [[nodiscard]] QSize sizeHint() const override { return figureSize(); }
    [[nodiscard]] QSize minimumSizeHint() const override { return figureSize() / 2; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void draw();

    Plot m_plot;
    std::unique_ptr<QSvgRenderer> m_renderer;
};

} // namespace inverso::ui
