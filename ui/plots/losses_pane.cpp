// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/losses_pane.h"

#include "ui/plots/losses_plot.h"
#include "ui/plots/plot_bar.h"
#include "ui/state/explorer_state.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace inverso::ui {

LossesPane::LossesPane(ExplorerState& state, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_plot(new LossesPlot(state, selection))
    , m_bar(new PlotBar({QStringLiteral("losses.csv"), [this] { return m_plot->figureCsv(); }}))
{
    m_logarithmic = m_bar->addToggle(QStringLiteral("lossesLogarithmic"), tr("Logarithmic scale"),
                                     tr("Show losses of different sizes together"), m_plot->isLogarithmic());
    connect(m_logarithmic, &QCheckBox::toggled, m_plot, &LossesPlot::setLogarithmic);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_plot, 1);
    const auto update = [this, &state] { m_bar->setHasData(!state.run().isEmpty()); };
    for (const auto signal : {&ExplorerState::runBegun, &ExplorerState::runAdvanced, &ExplorerState::workspaceChanged})
        connect(&state, signal, this, update);
    update();
}

} // namespace inverso::ui
