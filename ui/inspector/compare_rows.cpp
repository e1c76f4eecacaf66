// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/compare_rows.h"

#include "ui/cells/operation_style.h"
#include "ui/inspector/cell_attributes.h"
#include "ui/inspector/inspector_facts.h"
#include "ui/inspector/inspector_nearest.h"
#include "ui/state/cell_facts.h"
#include "ui/state/explorer_state.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::CompareRows)
};

const QString nothing = QStringLiteral("–");

CompareRow row(const QString& name, const QString& a, const QString& b)
{
    return {name, a, b, a != b, false, 0};
}

CompareRow graphRow(const QString& name, const QString& a, const QString& b)
{
    return {name, a, b, true, true, 0};
}

CompareRow accuracyRow(const QString& name, float a, float b)
{
    CompareRow result = row(name, percentText(double{a}), percentText(double{b}));
    result.better = a > b ? -1 : (b > a ? 1 : 0);
    return result;
}

QString operationOf(const SearchSpace& space, const Graph& graph, int vertex)
{
    return vertex < 0 ? nothing : operationStyle(space.labels()[graph.labels[static_cast<std::size_t>(vertex)]]).name;
}

/// Named by the edge of the vertex's operation if the space has operations on edges.
QString placeName(const SearchSpace& space, CellIndex cell, const CellDifference::Change& change)
{
    const auto forms = space.forms();
    if (std::ranges::find(forms, CellForm::OperationsOnEdges) != forms.end()) {
        for (const CellDiagram::Edge& edge : space.diagram(cell, CellForm::OperationsOnEdges).edges) {
            if (edge.vertex == change.a)
                return Words::tr("Operation %1 → %2").arg(edge.from).arg(edge.to);
        }
    }
    if (change.a < 0)
        return Words::tr("Vertex %1 of B").arg(change.b);
    return Words::tr("Vertex %1 of A").arg(change.a);
}

void addGraphRows(std::vector<CompareRow>& rows, const SearchSpace& space, CellIndex a, CellIndex b,
                  const CellDifference& difference)
{
    const Graph graphA = space.graph(a);
    const Graph graphB = space.graph(b);
    for (const CellDifference::Change& change : difference.vertices) {
        rows.push_back(graphRow(placeName(space, a, change), operationOf(space, graphA, change.a),
                                operationOf(space, graphB, change.b)));
    }
    for (const auto& [from, to] : difference.edgesOnlyA)
        rows.push_back(graphRow(Words::tr("Edge %1 → %2 of A").arg(from).arg(to), Words::tr("yes"), nothing));
    for (const auto& [from, to] : difference.edgesOnlyB)
        rows.push_back(graphRow(Words::tr("Edge %1 → %2 of B").arg(from).arg(to), nothing, Words::tr("yes")));
}

} // namespace

std::vector<CompareRow> compareRows(const ExplorerState& state, CellIndex a, CellIndex b,
                                    const CellDifference& difference)
{
    std::vector<CompareRow> rows;
    addGraphRows(rows, *state.space(), a, b, difference);
    for (const Table::Dataset& dataset : state.table()->datasets()) {
        const QString name = QString::fromStdString(dataset.name);
        rows.push_back(accuracyRow(Words::tr("%1, validation").arg(name), dataset.valid[a], dataset.valid[b]));
        rows.push_back(accuracyRow(Words::tr("%1, test").arg(name), dataset.test[a], dataset.test[b]));
    }
    if (state.snapshot()) {
        rows.push_back(row(Words::tr("Predicted for %1").arg(QString::fromStdString(state.run().dataset())),
                           predictionText(state, a).value_or(nothing), predictionText(state, b).value_or(nothing)));
    }
    const std::vector<NamedValue> attributesB = attributesOf(state, b);
    for (std::size_t i = 0; const NamedValue& attribute : attributesOf(state, a))
        rows.push_back(row(attribute.name, attribute.text, attributesB[i++].text));
    rows.push_back(row(Words::tr("Function class"), QLocale().toString(state.space()->functionalClass(a)),
                       QLocale().toString(state.space()->functionalClass(b))));
    return rows;
}

QString compareSummary(const ExplorerState& state, CellIndex a, CellIndex b, const CellDifference& difference)
{
    if (a == b)
        return Words::tr("A and B are the same cell; select another one.");
    QStringList parts{Words::tr("Operations that differ: %1").arg(difference.vertices.size())};
    if (const auto edges = difference.edgesOnlyA.size() + difference.edgesOnlyB.size(); edges > 0)
        parts += Words::tr("edges that differ: %1").arg(edges);
    const SearchSpace& space = *state.space();
    parts += space.functionalClass(a) == space.functionalClass(b) ? Words::tr("the same function")
                                                                  : Words::tr("different functions");
    if (state.workspace()->latents != nullptr) {
        const double distance = double{latentDistance(*state.workspace()->latents, a, b)};
        parts += Words::tr("latent distance %1").arg(QLocale().toString(distance, 'g', 3));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace inverso::ui
