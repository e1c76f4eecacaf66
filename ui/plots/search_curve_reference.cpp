// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/search_curve_reference.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

static void initReference()
{
    Q_INIT_RESOURCE(reference); // the linker omits resources that are not named
}

namespace inverso::ui {

namespace {

constexpr double sameOptimum = 0.02; // percent: printed with two decimals

QJsonObject readPrinted()
{
    initReference();
    QFile file(QStringLiteral(":/reference/printed_results.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool belongs(const QJsonObject& benchmark, const SearchSpace& space, const Table::Dataset& dataset)
{
    return dataset.known > 0 && benchmark.value(QLatin1String("space")).toString() == QString::fromUtf8(space.name())
           && benchmark.value(QLatin1String("datasets")).toArray().contains(QString::fromStdString(dataset.name))
           && std::abs(benchmark.value(QLatin1String("optimum")).toDouble() - double{dataset.valid[dataset.best]})
                  <= sameOptimum;
}

} // namespace

std::vector<PrintedResult> printedResults(const SearchSpace& space, const Table::Dataset& dataset)
{
    static const QJsonObject printed = readPrinted();
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    std::vector<PrintedResult> results;
    for (const auto& each : printed.value(QLatin1String("benchmarks")).toArray()) {
        const QJsonObject benchmark = each.toObject();
        if (!belongs(benchmark, space, dataset))
            continue;
        for (const auto& value : benchmark.value(QLatin1String("results")).toArray()) {
            const QJsonObject result = value.toObject();
            const auto number = [&](const char* name) { return result.value(QLatin1String(name)).toDouble(none); };
            results.push_back({result.value(QLatin1String("method")).toString(),
                               result.value(QLatin1String("queries")).toInt(), number("validation"),
                               number("validation_sd"), number("test"), number("test_sd"),
                               QStringLiteral("thesis, ") + benchmark.value(QLatin1String("table")).toString()});
        }
    }
    return results;
}

} // namespace inverso::ui
