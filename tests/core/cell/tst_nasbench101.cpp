// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/cell/nasbench101.h"
#include "tests/core/base/error_text.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

using namespace inverso;

namespace {

const NasBench101& space()
{
    return static_cast<const NasBench101&>(searchSpace("nasbench101"));
}

/// Cells spread over the whole space.
std::vector<CellIndex> someCells(std::size_t count)
{
    return Rng(7).sample(space().size(), count);
}

/// The smallest spelling of a graph over all orders of its inner vertices, edges anywhere above or below the
/// diagonal: an identity that knows nothing of the code under test.
std::string slowIdentity(const std::vector<std::vector<int>>& adjacency, const std::vector<int>& operations)
{
    const std::size_t n = adjacency.size();
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::string best;
    do {
        std::string spelling;
        for (std::size_t i = 0; i < n; ++i) {
            spelling += static_cast<char>('a' + operations[order[i]]);
            for (std::size_t j = 0; j < n; ++j)
                spelling += adjacency[order[i]][order[j]] != 0 ? '1' : '0';
        }
        if (best.empty() || spelling < best)
            best = spelling;
    } while (std::next_permutation(order.begin() + 1, order.end() - 1));
    return best;
}

/// Whether every vertex is on a way from the first to the last, by powers of reachability.
bool isWhole(const std::vector<std::vector<int>>& adjacency)
{
    const std::size_t n = adjacency.size();
    auto reach = adjacency;
    for (std::size_t k = 0; k < n; ++k)
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                reach[i][j] |= reach[i][k] & reach[k][j];
    for (std::size_t v = 0; v < n; ++v) {
        if ((v > 0 && reach[0][v] == 0) || (v + 1 < n && reach[v][n - 1] == 0))
            return false;
    }
    return true;
}

/// Unlike graphs of so many vertices, found by trying all.
std::size_t countSlowly(std::size_t n)
{
    std::set<std::string> found;
    const std::size_t pairs = n * (n - 1) / 2;
    std::size_t labellings = 1;
    for (std::size_t i = 2; i < n; ++i)
        labellings *= 3;
    for (std::size_t bits = 0; bits < std::size_t{1} << pairs; ++bits) {
        std::vector<std::vector<int>> adjacency(n, std::vector<int>(n, 0));
        std::size_t at = 0;
        int edges = 0;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = i + 1; j < n; ++j) {
                adjacency[i][j] = static_cast<int>(bits >> at++ & 1U);
                edges += adjacency[i][j];
            }
        }
        if (edges > 9 || !isWhole(adjacency))
            continue;
        for (std::size_t labelling = 0; labelling < labellings; ++labelling) {
            std::vector<int> operations(n, 3);
            std::size_t rest = labelling;
            for (std::size_t v = 1; v + 1 < n; ++v, rest /= 3)
                operations[v] = static_cast<int>(rest % 3);
            found.insert(slowIdentity(adjacency, operations));
        }
    }
    return found.size();
}

std::size_t cellsOf(int vertices)
{
    std::size_t count = 0;
    for (CellIndex cell = 0; cell < space().size(); ++cell)
        count += space().form(cell).vertices == vertices ? 1 : 0;
    return count;
}

std::map<std::string_view, float> described(std::string_view text)
{
    const auto values = space().descriptors(space().parse(text));
    std::map<std::string_view, float> result;
    for (std::size_t i = 0; i < values.size(); ++i)
        result[space().descriptorNames()[i]] = values[i];
    return result;
}

} // namespace

class TestNasBench101 : public QObject
{
    Q_OBJECT

private slots:
    void testCountOfTheSpace()
    {
        QCOMPARE(space().size(), 423624U); // Ying et al. 2019
        std::size_t sum = 0;
        for (int vertices = 2; vertices <= 7; ++vertices)
            sum += cellsOf(vertices);
        QCOMPARE(sum, std::size_t{423624});
    }

    void testCountsAgainstAllGraphs_data()
    {
        QTest::addColumn<int>("vertices");
        for (int vertices = 2; vertices <= 5; ++vertices)
            QTest::addRow("%d vertices", vertices) << vertices;
    }

    void testCountsAgainstAllGraphs()
    {
        QFETCH(int, vertices);
        QCOMPARE(cellsOf(vertices), countSlowly(static_cast<std::size_t>(vertices)));
    }

    void testTextAndGraphGoBothWays()
    {
        for (const CellIndex cell : someCells(5000)) {
            QCOMPARE(space().parse(space().text(cell)), cell);
            QCOMPARE(space().find(space().graph(cell)), std::optional(cell));
        }
        for (CellIndex cell = 0; cell < 91; ++cell) // all of up to four vertices
            QCOMPARE(space().parse(space().text(cell)), cell);
        QCOMPARE(space().parse(space().text(space().size() - 1)), space().size() - 1);
    }

    void testGraphIsPaddedBehindItsOutput()
    {
        const Graph graph = space().graph(space().parse("111:input,conv3x3-bn-relu,output"));
        const std::vector<std::uint8_t> labels = {1, 3, 0, 255, 255, 255, 255};
        QCOMPARE(graph.labels, labels);
        QVERIFY(graph.edge(0, 1) && graph.edge(0, 2) && graph.edge(1, 2));
        QCOMPARE(std::accumulate(graph.adjacency.begin(), graph.adjacency.end(), 0), 3);
    }

    void testIsomorphsAreOneCell()
    {
        // Two branches, given in either order.
        QCOMPARE(space().parse("110011:input,conv3x3-bn-relu,maxpool3x3,output"),
                 space().parse("110011:input,maxpool3x3,conv3x3-bn-relu,output"));
        Rng rng(3);
        for (const CellIndex cell : someCells(2000)) {
            const Graph graph = space().graph(cell);
            const auto n = static_cast<std::size_t>(space().form(cell).vertices);
            // Another order of the inner vertices, as long as edges still go forward.
            std::vector<std::size_t> order(n);
            std::iota(order.begin(), order.end(), std::size_t{0});
            std::vector<std::size_t> inner(order.begin() + 1, order.end() - 1);
            rng.shuffle(inner);
            std::ranges::copy(inner, order.begin() + 1);
            Graph other = graph;
            std::ranges::fill(other.adjacency, std::uint8_t{0});
            bool forward = true;
            for (std::size_t i = 0; i < n; ++i) {
                other.labels[i] = graph.labels[order[i]];
                for (std::size_t j = 0; j < n; ++j) {
                    const bool edge = graph.edge(static_cast<int>(order[i]), static_cast<int>(order[j]));
                    other.adjacency[i * 7 + j] = edge ? 1 : 0;
                    forward = forward && (!edge || i < j);
                }
            }
            if (forward)
                QCOMPARE(space().find(other), std::optional(cell));
        }
    }

    void testDecodedGraphs()
    {
        const CellIndex cell = space().parse("111:input,conv3x3-bn-relu,output");
        Graph graph = space().graph(cell);
        graph.labels[4] = 2; // behind the output nothing counts
        graph.labels[5] = 0;
        graph.adjacency[1 * 7 + 4] = 1;
        graph.adjacency[3 * 7 + 5] = 1;
        graph.adjacency[2 * 7 + 1] = 1; // downwards
        QCOMPARE(space().find(graph), std::optional(cell));

        Graph unused = space().graph(space().parse("1110001011:input,conv3x3,conv1x1,maxpool,output"));
        unused.adjacency[3 * 7 + 4] = 0; // the pooling leads nowhere now
        QCOMPARE(space().find(unused), std::optional(space().parse("110011:input,conv3x3,conv1x1,output")));

        Graph inputInside = graph;
        inputInside.labels[1] = 1;
        QVERIFY(!space().find(inputInside));
        Graph noInput = graph;
        noInput.labels[0] = 3;
        QVERIFY(!space().find(noInput));
        Graph noOutput = graph;
        noOutput.labels = {1, 3, 2, 2, 2, 2, 2};
        QVERIFY(!space().find(noOutput));
        Graph outputFirst = graph;
        outputFirst.labels[0] = 0;
        QVERIFY(!space().find(outputFirst));
        Graph unconnected = graph;
        unconnected.adjacency.assign(49, 0);
        QVERIFY(!space().find(unconnected));
        Graph full;
        full.labels = {1, 3, 3, 3, 3, 3, 0};
        full.adjacency.assign(49, 1); // 21 edges
        QVERIFY(!space().find(full));
    }

    void testParsing()
    {
        QCOMPARE(space().parse("111:input,conv3x3-bn-relu,output"), space().parse(" 111 : input | conv3x3 | output\n"));
        // A vertex on no way from input to output is left out.
        QCOMPARE(space().parse("110001:input,maxpool3x3,conv3x3,output"), space().parse("101:input,conv3x3,output"));
        const std::array<std::string_view, 2> key = {"111", "input|conv3x3-bn-relu|output"};
        QCOMPARE(space().parseKey(key), space().parse("111:input,conv3x3-bn-relu,output"));
    }

    void testParsingErrors_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("empty") << "  "
                               << "is empty";
        QTest::newRow("no colon") << "111"
                                  << "no colon";
        QTest::newRow("digits") << "1111:input,conv3x3,output"
                                << "4 digits";
        QTest::newRow("too many digits") << QString(28, '1') + ":input,output"
                                         << "28 digits";
        QTest::newRow("digit") << "121:input,conv3x3,output"
                               << "\"2\"";
        QTest::newRow("operations") << "111:input,output"
                                    << "2 operations for the 3 vertices";
        QTest::newRow("unknown") << "111:input,conv7x7,output"
                                 << "conv7x7";
        QTest::newRow("ends") << "111:conv3x3,conv3x3,output"
                              << "begin with input";
        QTest::newRow("unconnected") << "010:input,conv3x3,output"
                                     << "111";
        QTest::newRow("cut off") << "100:input,conv3x3,output"
                                 << "no path";
        QTest::newRow("edges") << "1111111111:input,conv3x3,conv3x3,conv3x3,output"
                               << "10 edges";
        QTest::newRow("hash") << QString(32, '0') << "not the hash of a cell";
        QTest::newRow("space 201") << "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|"
                                   << "no colon";
    }

    void testParsingErrors()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        if (text.startsWith("010")) { // the input reaches the output, the convolution does not count
            QCOMPARE(space().text(space().parse(text.toStdString())), std::string("1:input,output"));
            return;
        }
        COMPARE_CONTAINS(errorText<Error>([&] { space().parse(text.toStdString()); }), says.toStdString());
    }

    void testHashes()
    {
        // Published with the benchmark.
        const CellIndex cell = space().parse("111:input,conv1x1-bn-relu,output");
        QCOMPARE(space().identity(cell), std::string("09fc2d10bdd6225e167a6f81a22a3f06"));
        QCOMPARE(space().parse("09fc2d10bdd6225e167a6f81a22a3f06"), cell);
        QCOMPARE(space().parse("D32D0B26D534203B48D866FACD98CC3E"), space().parse("111:input,conv3x3,output"));
        for (const CellIndex each : someCells(50))
            QCOMPARE(space().findHash(space().identity(each)), std::optional(each));
    }

    void testPublishedCells()
    {
        const QString path = qEnvironmentVariable("INVERSO_BENCHMARKS") + "/nasbench101_subset.csv";
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("no nasbench101_subset.csv in $INVERSO_BENCHMARKS");
        file.readLine();
        int rows = 0;
        while (!file.atEnd()) {
            const QList<QByteArray> fields = file.readLine().trimmed().split(',');
            const std::array<std::string_view, 2> key = {fields[2].constData(), fields[3].constData()};
            const CellIndex cell = space().parseKey(key);
            QCOMPARE(space().identity(cell), fields[0].toStdString());
            QCOMPARE(space().form(cell).vertices, fields[1].toInt());
            // The authors' first isomorph is ours, too.
            const std::string text =
                fields[2].toStdString() + ":" + QByteArray(fields[3]).replace('|', ',').toStdString();
            QCOMPARE(space().text(cell), text);
            ++rows;
        }
        QCOMPARE(rows, 4308);
    }

    void testChannels()
    {
        NasBench101Form form{.vertices = 5};
        for (const auto& [from, to] : {std::pair(0, 1), {1, 2}, {0, 3}, {2, 4}, {3, 4}})
            form.edges |= NasBench101Form::bit(from, to);
        // 129 from two vertices: 65 and 64; the vertex before is as wide as the one that it feeds.
        const std::vector<int> expected = {64, 65, 65, 64, 129};
        QCOMPARE(nasbench101Channels(form, 64, 129), expected);
        // Added to the result of a convolution, the input takes no share of the output.
        const auto shortcut = space().form(space().parse("111:input,conv3x3,output"));
        QCOMPARE(nasbench101Channels(shortcut, 64, 128), (std::vector<int>{64, 128, 128}));
    }

    void testParameters()
    {
        // The authors' example, an Inception-like cell, and what their data set says of it.
        const CellIndex cell =
            space().parse("111010000010001100011:input,conv1x1,conv3x3,conv3x3,conv3x3,maxpool,output");
        QCOMPARE(nasbench101Parameters(space().form(cell)), std::int64_t{2694282});
    }

    void testNeighbours()
    {
        for (const CellIndex cell : someCells(200)) {
            const auto neighbours = space().neighbours(cell);
            QVERIFY(std::ranges::is_sorted(neighbours));
            QVERIFY(std::ranges::adjacent_find(neighbours) == neighbours.end());
            QVERIFY(!std::ranges::binary_search(neighbours, cell));
            QVERIFY(neighbours.size() >= 5U);
        }
        // From the smallest cell all others must be within reach.
        std::vector<CellIndex> reached = space().neighbours(0);
        QVERIFY(std::ranges::binary_search(reached, space().parse("111:input,conv3x3,output")));
        QVERIFY(std::ranges::binary_search(reached, space().parse("111:input,maxpool,output")));
        // One operation, one edge less, one edge backwards.
        const auto of = space().neighbours(space().parse("110011:input,conv3x3,maxpool3x3,output"));
        for (const char* near : {"110011:input,conv1x1,maxpool3x3,output", "111011:input,conv3x3,maxpool3x3,output",
                                 "110111:input,conv3x3,maxpool3x3,output", "110111:input,maxpool3x3,conv3x3,output"})
            QVERIFY2(std::ranges::binary_search(of, space().parse(near)), near);
    }

    void testMutations()
    {
        Rng rng(5);
        Rng again(5);
        std::set<CellIndex> seen;
        int grown = 0;
        const CellIndex small = space().parse("110011:input,conv3x3,maxpool3x3,output");
        for (int i = 0; i < 2000; ++i) {
            const CellIndex mutated = space().mutate(small, rng);
            QCOMPARE(space().mutate(small, again), mutated);
            seen.insert(mutated);
            grown += space().form(mutated).vertices > 4 ? 1 : 0;
        }
        QVERIFY2(seen.size() > 50, qPrintable(QString::number(seen.size())));
        QVERIFY(grown > 0);
    }

    void testDescriptors()
    {
        auto of = described("111:input,conv3x3-bn-relu,output");
        QCOMPARE(of["vertices"], 3.0F);
        QCOMPARE(of["edges"], 3.0F);
        QCOMPARE(of["conv3x3"], 1.0F);
        QCOMPARE(of["paths"], 2.0F);
        QCOMPARE(of["min convs"], 0.0F);
        QCOMPARE(of["max conv3x3"], 1.0F);
        QCOMPARE(of["mean depth"], 0.5F);
        QCOMPARE(of["shortcut"], 1.0F);
        QCOMPARE(of["last conv3x3"], 1.0F);
        QCOMPARE(of["conv3x3 width"], 1.0F);
        of = described("110011:input,conv3x3,maxpool3x3,output");
        QCOMPARE(of["conv3x3 width"], 0.5F);
        QCOMPARE(of["maxpool width"], 0.5F);
        QCOMPARE(of["max pools"], 1.0F);
        QCOMPARE(of["output inputs"], 2.0F);
        QCOMPARE(of["input outputs"], 2.0F);
        QCOMPARE(of["shortcut"], 0.0F);
        for (const CellIndex cell : someCells(2000)) {
            for (const float value : space().descriptors(cell))
                QVERIFY(std::isfinite(value));
        }
    }
};

QTEST_GUILESS_MAIN(TestNasBench101)
#include "tst_nasbench101.moc"
