// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;

namespace inverso::ui {

class ExplorerState;
class LossesPlot;
class PlotBar;
class Selection;

/// The losses with their controls.
class LossesPane : public QWidget
{
    Q_OBJECT

public:
    LossesPane(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] LossesPlot& plot() const { return *m_plot; }

private:
    LossesPlot* m_plot;
    QCheckBox* m_logarithmic;
    PlotBar* m_bar;
};

} // namespace inverso::ui
