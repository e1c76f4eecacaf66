// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/cell_attributes.h"

#include "ui/state/explorer_state.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::AttributeWords)
};

struct FactWords
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::InspectorFacts)
};

// In other tables "parameters" may have another unit.
bool isBuiltHere(const Table& table)
{
    return std::ranges::all_of(
        std::array{"seconds", "parameters", "flops", "class", "seeds"}, [&table](const char* name) {
            return std::ranges::find(table.attributes(), name, &Table::Attribute::name) != table.attributes().end();
        });
}

NamedValue asItIs(const std::string& name, double value)
{
    const QString title = name == "vertices" ? Words::tr("Vertices") : QString::fromStdString(name); // of NAS-Bench-101
    return {title, QLocale().toString(value, 'g', 6)};
}

NamedValue builtHere(const std::string& name, double value)
{
    const QLocale locale;
    if (name == "seconds")
        return {Words::tr("Training"), Words::tr("%1 s").arg(locale.toString(value, 'f', 1))};
    if (name == "parameters") // in millions
        return {Words::tr("Parameters"), Words::tr("%1 thousand").arg(locale.toString(1000.0 * value, 'f', 1))};
    if (name == "flops")
        return {Words::tr("Multiply-adds per image"), Words::tr("%1 million").arg(locale.toString(value, 'f', 3))};
    if (name == "seeds")
        return {Words::tr("Trainings"), locale.toString(value, 'f', 0)};
    if (name == "valid_deviation")
        return {Words::tr("Std. dev."), Words::tr("%1 points").arg(locale.toString(value, 'f', 2))};
    return asItIs(name, value);
}

std::optional<float> computedParameters(const SearchSpace& space, CellIndex cell)
{
    const auto names = space.descriptorNames();
    const auto it = std::ranges::find_if(names, [](std::string_view name) { return name == "parameters (M)"; });
    if (it == names.end())
        return std::nullopt;
    return space.descriptors(cell)[static_cast<std::size_t>(it - names.begin())];
}

} // namespace

std::vector<NamedValue> attributeWords(const Table& table, CellIndex cell)
{
    const bool ours = isBuiltHere(table);
    std::vector<NamedValue> result;
    for (const Table::Attribute& attribute : table.attributes()) {
        const double value = double{attribute.values[cell]};
        if (ours && attribute.name == "class")
            continue; // the function's class is shown for every cell
        NamedValue named = ours ? builtHere(attribute.name, value) : asItIs(attribute.name, value);
        if (std::isnan(value))
            named.text = QStringLiteral("–");
        result.push_back(std::move(named));
    }
    return result;
}

std::vector<NamedValue> attributesOf(const ExplorerState& state, CellIndex cell)
{
    std::vector<NamedValue> result = attributeWords(*state.table(), cell);
    const bool parametersKnown =
        std::ranges::any_of(state.table()->attributes(), [](const Table::Attribute& attribute) {
            return QString::fromStdString(attribute.name).contains(QLatin1String("param"), Qt::CaseInsensitive);
        });
    const auto computed = parametersKnown ? std::nullopt : computedParameters(*state.space(), cell);
    if (computed) {
        result.push_back({FactWords::tr("Parameters, computed"),
                          FactWords::tr("%1 million").arg(QLocale().toString(double{*computed}, 'f', 3))});
    }
    return result;
}

} // namespace inverso::ui
