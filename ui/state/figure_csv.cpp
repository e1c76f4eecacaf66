// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/figure_csv.h"

#include "ui/base/csv_text.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/explorer_state.h"
#include "ui/state/filter.h"

#include <cmath>
#include <limits>

namespace inverso::ui {

QString figureComment(const ExplorerState& state, const QString& content)
{
    const QString dataset =
        state.dataset() != nullptr ? QString::fromStdString(state.dataset()->name) : QStringLiteral("none");
    return state.hasRun() ? csvComment(content, dataset, state.run().settings()) : csvComment(content, dataset);
}

QString cellName(const ExplorerState& state, CellIndex cell)
{
    return state.space() != nullptr ? QString::fromStdString(state.space()->text(cell)) : QString();
}

QString generatedCellsCsv(const ExplorerState& state, const QString& content)
{
    QString text = figureComment(state, content)
                   + csvLine({QStringLiteral("generation"), QStringLiteral("target_percent"), QStringLiteral("cell"),
                              QStringLiteral("predicted_percent"), QStringLiteral("true_validation_percent"),
                              QStringLiteral("residual_points"), QStringLiteral("labelled"),
                              QStringLiteral("trained_validation_percent")});
    const Table::Dataset* dataset = state.dataset();
    int number = 0;
    for (const GeneratedCells& generation : state.generations()) {
        ++number;
        for (const InvertedCell& cell : generation.inversion.cells) {
            if (!state.filter().accepts(cell.cell))
                continue;
            const double truth =
                dataset != nullptr ? double{dataset->valid[cell.cell]} : std::numeric_limits<double>::quiet_NaN();
            const StoredTraining* trained = state.trainings().result(cell.cell);
            text += csvLine({QString::number(number), csvNumber(generation.target), cellName(state, cell.cell),
                             csvNumber(double{cell.predicted}), csvNumber(truth), csvNumber(truth - generation.target),
                             cell.labelled ? QStringLiteral("yes") : QStringLiteral("no"),
                             csvNumber(trained != nullptr ? trained->record.valid : std::nan(""))});
        }
    }
    return text;
}

} // namespace inverso::ui
