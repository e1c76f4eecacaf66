// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/search_curve_csv.h"

#include "core/session/settings_json.h"
#include "ui/base/csv_text.h"

#include <limits>

namespace inverso::ui {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

QString curveLines(const QString& name, std::size_t seeds, const std::vector<CurvePoint>& curve,
                   const std::vector<CurvePoint>& deviation)
{
    QString text;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const bool isMean = i < deviation.size();
        text += csvLine({name, QString::number(seeds), QString::number(curve[i].queries), csvNumber(curve[i].bestValid),
                         csvNumber(isMean ? deviation[i].bestValid : none), csvNumber(curve[i].testOfBest),
                         csvNumber(isMean ? deviation[i].testOfBest : none)});
    }
    return text;
}

QString settingsComment(const SearchSettings& settings)
{
    return QStringLiteral("# run: %1\n").arg(QString::fromStdString(toJson(settings)));
}

} // namespace

QString searchCurveCsv(const QString& dataset, const RunRecord* current, const std::vector<CurveSeries>& series,
                       const std::vector<PrintedResult>& printed)
{
    QString text =
        csvComment(QStringLiteral("search curves: best validation and the test of that cell by query"), dataset);
    if (current != nullptr)
        text += settingsComment(current->settings());
    for (const CurveSeries& each : series)
        for (const ArchivedRun* archived : each.runs)
            text += settingsComment(archived->record.settings());
    text += QStringLiteral("curve,seeds,queries,best_validation_percent,best_validation_sd,test_of_best_percent,"
                           "test_of_best_sd\n");
    if (current != nullptr) {
        const SearchSettings& settings = current->settings();
        const QString name =
            QStringLiteral("%1, seed %2").arg(QString::fromStdString(settings.method)).arg(settings.seed);
        text += curveLines(name, 1, current->curve(), {});
    }
    for (const CurveSeries& each : series)
        text += curveLines(each.name, each.runs.size(), each.curve, each.deviation);
    for (const PrintedResult& result : printed) {
        text += csvLine({QStringLiteral("%1 (%2)").arg(result.method, result.source), QString(),
                         QString::number(result.queries), csvNumber(result.valid), csvNumber(result.validDeviation),
                         csvNumber(result.test), csvNumber(result.testDeviation)});
    }
    return text;
}

} // namespace inverso::ui
