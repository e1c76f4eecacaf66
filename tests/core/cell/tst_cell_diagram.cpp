// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/cell/cell_difference.h"
#include "core/cell/nasbench201.h"

#include <QtTest>

#include <array>
#include <map>

using namespace inverso;

namespace {

/// NAS-Bench-101's labels: a space with free edges, without `none` and `skip_connect`.
constexpr std::array<std::string_view, 5> freeLabels = {"output", "input", "conv1x1-bn-relu", "conv3x3-bn-relu",
                                                        "maxpool3x3"};

Graph freeGraph(std::vector<std::uint8_t> labels, std::initializer_list<std::pair<int, int>> edges)
{
    Graph graph;
    const std::size_t n = labels.size();
    graph.labels = std::move(labels);
    graph.adjacency.assign(n * n, 0);
    for (const auto& [from, to] : edges)
        graph.adjacency[static_cast<std::size_t>(from) * n + static_cast<std::size_t>(to)] = 1;
    return graph;
}

/// Some function of one number for the operation at a vertex, with f(0) = 0 as in a cell.
double applied(std::string_view label, int vertex, double x)
{
    if (label == "none")
        return 0.0;
    if (label == "skip_connect" || label == "input" || label == "output")
        return x;
    return (0.3 + 0.11 * vertex) * x + (0.05 + 0.017 * vertex) * x * x;
}

/// What a diagram computes when vertices compute `applied`.
double output(const CellDiagram& diagram, const Graph& graph, std::span<const std::string_view> labels)
{
    const auto label = [&](int vertex) { return labels[graph.labels[static_cast<std::size_t>(vertex)]]; };
    std::vector<double> sums(diagram.nodes.size(), 0.0);
    sums[0] = 0.7;
    for (std::size_t node = 0; node < diagram.nodes.size(); ++node) {
        const int own = diagram.nodes[node].vertex;
        const double value = own == CellDiagram::noVertex ? sums[node] : applied(label(own), own, sums[node]);
        for (const CellDiagram::Edge& edge : diagram.edges) {
            if (edge.from == static_cast<int>(node)) {
                sums[static_cast<std::size_t>(edge.to)] +=
                    edge.vertex == CellDiagram::noVertex ? value : applied(label(edge.vertex), edge.vertex, value);
            }
        }
    }
    return sums.back();
}

} // namespace

class TestCellDiagram : public QObject
{
    Q_OBJECT

private slots:
    // The three drawings of every cell are the same function.
    void allFormsComputeTheSame()
    {
        const SearchSpace& space = searchSpace("nasbench201");
        QCOMPARE(space.forms().size(), 3U);
        for (CellIndex cell = 0; cell < space.size(); ++cell) {
            const Graph graph = space.graph(cell);
            std::vector<double> values;
            for (const CellForm form : space.forms())
                values.push_back(output(space.diagram(cell, form), graph, space.labels()));
            QVERIFY2(std::abs(values[0] - values[1]) < 1e-9 && std::abs(values[0] - values[2]) < 1e-9,
                     space.text(cell).c_str());
        }
    }

    // Simplified drawings that look alike belong to cells that compute the same.
    void equalDrawingsAreOfOneFunctionalClass()
    {
        const SearchSpace& space = searchSpace("nasbench201");
        std::map<std::vector<int>, std::uint32_t> classOf;
        for (CellIndex cell = 0; cell < space.size(); ++cell) {
            const Graph graph = space.graph(cell);
            const CellDiagram diagram = space.diagram(cell, CellForm::Simplified);
            std::vector<int> drawn;
            for (const CellDiagram::Node& node : diagram.nodes)
                drawn.push_back(graph.labels[static_cast<std::size_t>(node.vertex)]);
            std::vector<std::pair<int, int>> edges;
            for (const CellDiagram::Edge& edge : diagram.edges)
                edges.emplace_back(edge.from, edge.to);
            std::ranges::sort(edges);
            for (const auto& [from, to] : edges) {
                drawn.push_back(100 + from);
                drawn.push_back(100 + to);
            }
            const std::uint32_t number = NasBench201::fineFunctionalClass(cell);
            QCOMPARE(classOf.try_emplace(drawn, number).first->second, number);
        }
        QVERIFY(classOf.size() >= NasBench201::fineFunctionalClassCount());
    }

    void skipsAreContracted()
    {
        const SearchSpace& space = searchSpace("nasbench201");
        const CellIndex cell =
            space.parse("|skip_connect~0|+|skip_connect~0|skip_connect~1|+|none~0|none~1|nor_conv_3x3~2|");
        const CellDiagram diagram = space.diagram(cell, CellForm::Simplified);
        const std::vector<CellDiagram::Node> nodes = {{0}, {6}, {7}};
        QVERIFY(diagram.nodes == nodes);
        // The input reaches the convolution twice: directly skipped, and over two skips.
        const std::vector<CellDiagram::Edge> edges = {{0, 1, -1, {1, 3}}, {0, 1, -1, {2}}, {1, 2, -1, {}}};
        QVERIFY(diagram.edges == edges);
        const CellDiagram constant = space.diagram(0, CellForm::Simplified);
        QCOMPARE(constant.nodes.size(), 2U);
        QVERIFY(constant.edges.empty());
    }

    void freeEdgesArePruned()
    {
        // Vertex 2 leads nowhere, vertex 5 is padding.
        const Graph graph = freeGraph({1, 3, 2, 4, 0, Graph::padding}, {{0, 1}, {0, 2}, {1, 3}, {3, 4}, {0, 4}});
        QCOMPARE(vertexDiagram(graph).nodes.size(), 5U);
        QCOMPARE(vertexDiagram(graph).edges.size(), 5U);
        const CellDiagram pruned = simplifiedDiagram(graph, freeLabels);
        const std::vector<CellDiagram::Node> nodes = {{0}, {1}, {3}, {4}};
        QVERIFY(pruned.nodes == nodes);
        QCOMPARE(pruned.edges.size(), 4U);
    }

    void changedOperationsAreFound()
    {
        const SearchSpace& space = searchSpace("nasbench201");
        const CellIndex a = space.parse("|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|");
        const CellIndex b = space.parse("|none~0|+|skip_connect~0|none~1|+|nor_conv_1x1~0|none~1|none~2|");
        QVERIFY(cellDifference(space, a, a).isEmpty());
        const CellDifference difference = cellDifference(space, a, b);
        QCOMPARE(difference.vertices.size(), 2U);
        QCOMPARE(difference.vertices[0].a, 2);
        QCOMPARE(difference.vertices[1].b, 4);
        QVERIFY(difference.edgesOnlyA.empty() && difference.edgesOnlyB.empty());
    }

    // With free edges the numbers of vertices mean nothing.
    void verticesArePairedWhereEdgesAreFree()
    {
        const Graph a = freeGraph({1, 2, 3, 0, Graph::padding}, {{0, 1}, {0, 2}, {1, 3}, {2, 3}});
        const Graph renumbered = freeGraph({1, 3, 2, 0, Graph::padding}, {{0, 1}, {0, 2}, {1, 3}, {2, 3}});
        QVERIFY(graphDifference(a, renumbered, false).isEmpty());
        const Graph larger = freeGraph({1, 3, 2, 4, 0}, {{0, 1}, {0, 2}, {1, 4}, {2, 4}, {2, 3}, {3, 4}});
        const CellDifference difference = graphDifference(a, larger, false);
        QCOMPARE(difference.vertices.size(), 1U);
        QCOMPARE(difference.vertices[0].a, -1);
        QCOMPARE(difference.vertices[0].b, 3);
        QVERIFY(difference.edgesOnlyA.empty());
        const std::vector<std::pair<int, int>> added = {{2, 3}, {3, 4}};
        QVERIFY(difference.edgesOnlyB == added);
    }

    void aMissingFormIsRefused()
    {
        struct Plain : NasBench201
        {
            [[nodiscard]] CellDiagram diagram(CellIndex cell, CellForm form) const override
            {
                return SearchSpace::diagram(cell, form);
            }
        };
        QVERIFY_EXCEPTION_THROWN(Plain().diagram(0, CellForm::OperationsOnEdges), UsageError);
    }
};

QTEST_GUILESS_MAIN(TestCellDiagram)
#include "tst_cell_diagram.moc"
