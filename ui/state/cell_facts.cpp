// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/cell_facts.h"

#include "ui/state/explorer_state.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace inverso::ui {

namespace {

struct CellFacts
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::CellFacts)
};

} // namespace

QString percentText(double percent, int decimals)
{
    if (std::isnan(percent))
        return QStringLiteral("–");
    return QLocale().toString(percent, 'f', decimals) + QStringLiteral("\u00a0%");
}

QString signedText(double value, int decimals)
{
    const QString size = QLocale().toString(std::abs(value), 'f', decimals);
    if (size == QLocale().toString(0.0, 'f', decimals))
        return size;
    return (value < 0.0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + size;
}

QString durationText(double seconds)
{
    const auto whole = static_cast<qint64>(std::llround(std::max(0.0, seconds)));
    const QString minutesAndSeconds =
        QStringLiteral("%1:%2").arg(whole / 60 % 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
    if (whole < 3600)
        return minutesAndSeconds;
    return QStringLiteral("%1:%2:%3")
        .arg(whole / 3600)
        .arg(whole / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(whole % 60, 2, 10, QLatin1Char('0'));
}

std::pair<double, double> accuracyRange(const Table::Dataset& dataset)
{
    double low = 100.0;
    for (const float value : dataset.valid)
        low = std::fmin(low, double{value}); // NaN: unknown
    return {low, double{dataset.valid[dataset.best]}};
}

QString cellTooltip(const ExplorerState& state, CellIndex cell)
{
    if (state.space() == nullptr || cell >= state.space()->size())
        return {};
    QStringList lines{QString::fromStdString(state.space()->text(cell))};
    if (const Table::Dataset* dataset = state.dataset()) {
        lines += CellFacts::tr("%1: validation %2, test %3")
                     .arg(QString::fromStdString(dataset->name), percentText(double{dataset->valid[cell]}),
                          percentText(double{dataset->test[cell]}));
    }
    if (const auto prediction = state.snapshot() ? state.snapshot()->prediction(cell) : std::nullopt)
        lines += CellFacts::tr("predicted %1").arg(percentText(double{prediction->mean}));
    if (const Query* query = state.run().query(cell)) {
        lines += query->round == 0 ? CellFacts::tr("query %1, initial label").arg(query->number)
                                   : CellFacts::tr("query %1, round %2").arg(query->number).arg(query->round);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace inverso::ui
