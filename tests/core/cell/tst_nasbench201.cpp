// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/cell/nasbench201.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace inverso;

namespace {

const SearchSpace& space()
{
    return searchSpace("nasbench201");
}

int distance(CellIndex a, CellIndex b)
{
    const auto left = NasBench201::operations(a);
    const auto right = NasBench201::operations(b);
    int count = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        count += left[i] != right[i] ? 1 : 0;
    return count;
}

/// The descriptors of a cell by name.
std::map<std::string_view, float> described(std::string_view arch)
{
    const auto values = space().descriptors(space().parse(arch));
    std::map<std::string_view, float> result;
    for (std::size_t i = 0; i < values.size(); ++i)
        result[space().descriptorNames()[i]] = values[i];
    return result;
}

} // namespace

class TestNasBench201 : public QObject
{
    Q_OBJECT

private slots:
    void testRegistry()
    {
        QCOMPARE(space().size(), 15625U);
        QCOMPARE(&space(), &searchSpace("nasbench201"));
        const auto names = searchSpaceNames();
        QVERIFY(std::ranges::find(names, "nasbench201") != names.end());
        COMPARE_CONTAINS(errorText<UsageError>([] { searchSpace("nasbench999"); }), "nasbench201");
    }

    void testEncodingOfOneCell()
    {
        const CellIndex cell =
            space().parse("|nor_conv_3x3~0|+|none~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_1x1~1|nor_conv_3x3~2|");
        const Graph graph = space().graph(cell);
        QCOMPARE(graph.vertexCount(), space().vertexCount());
        const std::vector<std::string_view> expected = {"input",        "nor_conv_3x3", "none",         "avg_pool_3x3",
                                                        "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "output"};
        for (std::size_t vertex = 0; vertex < expected.size(); ++vertex)
            QVERIFY(space().labels()[graph.labels[vertex]] == expected[vertex]);
        std::set<std::pair<int, int>> edges;
        for (int from = 0; from < 8; ++from) {
            for (int to = 0; to < 8; ++to) {
                if (graph.edge(from, to))
                    edges.emplace(from, to);
            }
        }
        const std::set<std::pair<int, int>> fixed = {{0, 1}, {0, 2}, {0, 4}, {1, 3}, {1, 5},
                                                     {2, 6}, {3, 6}, {4, 7}, {5, 7}, {6, 7}};
        QVERIFY(edges == fixed);
    }

    void testEveryCellBothWays()
    {
        std::set<std::string> texts;
        for (CellIndex cell = 0; cell < space().size(); ++cell) {
            const auto found = space().find(space().graph(cell));
            QVERIFY(found.has_value());
            QCOMPARE(*found, cell);
            const std::string text = space().text(cell);
            QCOMPARE(space().parse(text), cell);
            QCOMPARE(NasBench201::index(NasBench201::operations(cell)), cell);
            texts.insert(text);
        }
        QCOMPARE(texts.size(), std::size_t{15625});
    }

    void testIndexIsTheBase5Number()
    {
        QCOMPARE(space().text(0), std::string("|none~0|+|none~0|none~1|+|none~0|none~1|none~2|"));
        QCOMPARE(space().text(4), std::string("|none~0|+|none~0|none~1|+|none~0|none~1|avg_pool_3x3~2|"));
        QCOMPARE(space().text(3125), std::string("|skip_connect~0|+|none~0|none~1|+|none~0|none~1|none~2|"));
    }

    void testFindRefusesOtherGraphs()
    {
        const Graph good = space().graph(4711);
        const auto refused = [&](auto change) {
            Graph bad = good;
            change(bad);
            return !space().find(bad).has_value();
        };
        QVERIFY(refused([](Graph& g) { g.labels[0] = 0; }));
        QVERIFY(refused([](Graph& g) { g.labels[7] = 6; }));
        QVERIFY(refused([](Graph& g) { g.labels[3] = 1; }));
        QVERIFY(refused([](Graph& g) { g.labels[3] = 7; }));
        QVERIFY(refused([](Graph& g) { g.labels[3] = Graph::padding; }));
        QVERIFY(refused([](Graph& g) { g.labels.pop_back(); }));
        QVERIFY(refused([](Graph& g) { g.adjacency[3] = 1; }));
        QVERIFY(refused([](Graph& g) { g.adjacency[1] = 0; }));
        QVERIFY(refused([](Graph& g) { g.adjacency.clear(); }));
    }

    void testNeighbours()
    {
        for (const CellIndex cell : {0U, 4711U, 15624U}) {
            const auto neighbours = space().neighbours(cell);
            QCOMPARE(std::set<CellIndex>(neighbours.begin(), neighbours.end()).size(), std::size_t{24});
            for (const CellIndex neighbour : neighbours)
                QCOMPARE(distance(cell, neighbour), 1);
            QVERIFY(neighbours == space().neighbours(cell));
        }
    }

    void testMutationRate()
    {
        Rng rng(5);
        const CellIndex cell = 4711;
        constexpr int draws = 20000;
        int changes = 0;
        std::array<int, 5> last{};
        for (int i = 0; i < draws; ++i) {
            const CellIndex child = space().mutate(cell, rng);
            changes += distance(cell, child);
            ++last[NasBench201::operations(child).back()];
        }
        // 1.5 of 6 operations change on average; standard error 0.0075.
        QVERIFY(std::abs(static_cast<double>(changes) / draws - 1.5) < 0.04);
        for (std::size_t i = 0; i < last.size(); ++i) {
            const double expected = i == NasBench201::operations(cell).back() ? 0.75 : 0.0625;
            QVERIFY(std::abs(static_cast<double>(last[i]) / draws - expected) < 0.015);
        }
    }

    void testDescriptorsOfOneCell()
    {
        // Live paths: conv3x3 · pool · conv1x1 through both inner nodes, and skip_connect from input to output.
        // The edge (1→3) is none, and so is (0→2).
        const auto values =
            described("|nor_conv_3x3~0|+|none~0|avg_pool_3x3~1|+|skip_connect~0|none~1|nor_conv_1x1~2|");
        const std::map<std::string_view, float> expected = {
            {"live conv1x1", 1},  {"live conv3x3", 1},  {"live avg_pool", 1},  {"live skip", 1},
            {"live paths", 2},    {"min convs", 0},     {"max convs", 2},      {"total convs", 2},
            {"min conv1x1", 0},   {"max conv1x1", 1},   {"total conv1x1", 1},  {"min conv3x3", 0},
            {"max conv3x3", 1},   {"total conv3x3", 1}, {"min pools", 0},      {"max pools", 1},
            {"min depth", 0},     {"max depth", 3},     {"identity paths", 1}, {"output inputs", 2},
            {"input outputs", 2}, {"inner nodes", 2},   {"dead", 0},           {"parameters (M)", 0.344346F}};
        QCOMPARE(values.size(), expected.size());
        for (const auto& [name, value] : expected)
            QVERIFY2(std::abs(values.at(name) - value) < 1e-6F, std::string(name).c_str());
    }

    void testDescriptorsIgnoreDeadEdges()
    {
        // Node 1 leads nowhere, so that its convolutions count for nothing.
        const auto with = described("|nor_conv_3x3~0|+|none~0|none~1|+|nor_conv_1x1~0|none~1|nor_conv_3x3~2|");
        const auto without = described("|none~0|+|none~0|none~1|+|nor_conv_1x1~0|none~1|none~2|");
        QVERIFY(with == without);
        QCOMPARE(with.at("live conv3x3"), 0.0F);
    }

    void testDeadCells()
    {
        int dead = 0;
        for (CellIndex cell = 0; cell < space().size(); ++cell) {
            const auto values = space().descriptors(cell);
            QCOMPARE(values.size(), space().descriptorNames().size());
            const bool isDead = values[22] == 1.0F;
            QCOMPARE(isDead, values[4] == 0.0F);
            QCOMPARE(isDead, space().functionalClass(cell) == space().functionalClass(0));
            dead += isDead ? 1 : 0;
        }
        QVERIFY(space().descriptorNames()[22] == "dead");
        QCOMPARE(dead, 341);
    }
};

QTEST_APPLESS_MAIN(TestNasBench201)
#include "tst_nasbench201.moc"
