// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_views.h"

#include "ui/base/named_widgets.h"
#include "ui/plots/plot_widget.h"

namespace inverso::ui {

PlotViews plotViews(const QWidget& root)
{
    PlotViews views;
    visitNamed<PlotWidget>(root, [&views](const PlotWidget& plot, const QString& key) {
        if (const auto view = plot.chosenView())
            views.insert(key, *view);
    });
    return views;
}

void setPlotViews(QWidget& root, const PlotViews& views)
{
    visitNamed<PlotWidget>(root, [&views](PlotWidget& plot, const QString& key) {
        if (const auto view = views.find(key); view != views.end())
            plot.chooseView(*view);
    });
}

} // namespace inverso::ui
