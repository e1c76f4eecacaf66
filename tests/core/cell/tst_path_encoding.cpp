// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/path_encoding.h"

#include <QtTest>

#include <set>

using namespace inverso;

using Paths = std::vector<std::size_t>;

class TestPathEncoding : public QObject
{
    Q_OBJECT

private slots:
    void testSizes()
    {
        const PathEncoding small(searchSpace("nasbench201"));
        QCOMPARE(small.size(), std::size_t{155});
        QCOMPARE(small.longest(), 3);
        QCOMPARE(small.sizeUpTo(1), std::size_t{5});
        QCOMPARE(small.sizeUpTo(2), std::size_t{30});
        const PathEncoding large(searchSpace("nasbench101"));
        QCOMPARE(large.size(), std::size_t{364});
        QCOMPARE(large.longest(), 5);
        QCOMPARE(large.sizeUpTo(0), std::size_t{1});
        QCOMPARE(large.sizeUpTo(3), std::size_t{40});
    }

    // Operations in the order of the labels: conv1x1 0, conv3x3 1, avg_pool 2, skip 3, none 4.
    void testCellsOfNasBench201()
    {
        const SearchSpace& space = searchSpace("nasbench201");
        const PathEncoding encoding(space);
        const auto paths = [&](const char* arch) { return encoding.paths(space.parse(arch)); };
        // 0→3: conv3x3. 0→1→3: conv1x1, skip. 0→2→3: avg_pool, none. 0→1→2→3: conv1x1, conv3x3, none.
        const Paths mixed =
            paths("|nor_conv_1x1~0|+|avg_pool_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|skip_connect~1|none~2|");
        QCOMPARE(mixed, (Paths{1, 5 + 0 * 5 + 3, 5 + 2 * 5 + 4, 30 + 0 * 25 + 1 * 5 + 4}));
        // Both ways over two edges have the same operations: they count once.
        const Paths same =
            paths("|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|");
        QCOMPARE(same, (Paths{1, 5 + 6, 30 + 31}));
        const Paths last = paths("|none~0|+|none~0|none~1|+|none~0|none~1|none~2|");
        QCOMPARE(last, (Paths{4, 29, 154}));
    }

    // conv1x1 0, conv3x3 1, maxpool 2.
    void testCellsOfNasBench101()
    {
        const SearchSpace& space = searchSpace("nasbench101");
        const PathEncoding encoding(space);
        const auto paths = [&](const char* text) { return encoding.paths(space.parse(text)); };
        QCOMPARE(paths("1:input,output"), (Paths{0}));
        QCOMPARE(paths("111:input,conv3x3-bn-relu,output"), (Paths{0, 1 + 1})); // and past the convolution
        QCOMPARE(paths("100101:input,conv1x1-bn-relu,maxpool3x3,output"), (Paths{1 + 3 + 0 * 3 + 2}));
        // A chain of five: the last numbers are of the longest paths.
        QCOMPARE(paths("100000100001000100101:input,maxpool3x3,maxpool3x3,maxpool3x3,maxpool3x3,maxpool3x3,output"),
                 (Paths{363}));
    }

    void testEveryPathIsOfSomeCell()
    {
        const SearchSpace& space = searchSpace("nasbench201");
        const PathEncoding encoding(space);
        std::set<std::size_t> seen;
        for (CellIndex cell = 0; cell < space.size(); ++cell) {
            const Paths paths = encoding.paths(cell);
            QVERIFY(std::ranges::is_sorted(paths) && paths.size() >= 3 && paths.size() <= 4);
            seen.insert(paths.begin(), paths.end());
        }
        QCOMPARE(seen.size(), encoding.size());
        QCOMPARE(*seen.rbegin(), encoding.size() - 1);
    }
};

QTEST_APPLESS_MAIN(TestPathEncoding)
#include "tst_path_encoding.moc"
