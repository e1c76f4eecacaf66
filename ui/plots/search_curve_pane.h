// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/search_curve_plot.h"

#include <QWidget>

class QAction;
class QMenu;

namespace inverso::ui {

class PlotBar;

/// The search curve with a menu of its parts, and copy and export of its data.
class SearchCurvePane : public QWidget
{
    Q_OBJECT

public:
    SearchCurvePane(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] SearchCurvePlot& plot() const { return *m_plot; }

private:
    void addChoice(QMenu& menu, const QString& name, const QString& title, bool SearchCurvePlot::Shows::*which);

    SearchCurvePlot* m_plot;
    PlotBar* m_bar;
};

} // namespace inverso::ui
