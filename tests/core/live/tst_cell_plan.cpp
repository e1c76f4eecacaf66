// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/cell_plan.h"

#include <QtTest>

using namespace inverso;

class TestCellPlan : public QObject
{
    Q_OBJECT

private slots:
    void testOnlyWhatComputes()
    {
        // A convolution that leads nowhere, and one behind a skip.
        const CellPlan plan = planOf("|skip_connect~0|+|nor_conv_1x1~0|none~1|+|none~0|nor_conv_3x3~1|none~2|");
        QCOMPARE(plan.steps.size(), std::size_t{1});
        QVERIFY(plan.steps[0].operation == CellPlan::Operation::Conv3x3);
        QVERIFY(plan.steps[0].sources == std::vector<int>{0});
        QVERIFY(plan.outputs == std::vector<int>{1});
    }

    void testConvolutionsOfOneSumTogether()
    {
        const CellPlan plan =
            planOf("|nor_conv_3x3~0|+|nor_conv_3x3~0|skip_connect~1|+|nor_conv_3x3~0|nor_conv_1x1~1|skip_connect~2|");
        QCOMPARE(plan.convolutions(CellPlan::Operation::Conv3x3), 3);
        QCOMPARE(plan.convolutions(CellPlan::Operation::Conv1x1), 1);
        QCOMPARE(plan.steps.size(), std::size_t{2});
        QCOMPARE(plan.steps[0].copies, 3);
        QCOMPARE(plan.outputs.size(), std::size_t{4});
    }

    void testPoolingOnce()
    {
        const CellPlan plan = planOf("|avg_pool_3x3~0|+|avg_pool_3x3~0|none~1|+|none~0|skip_connect~1|skip_connect~2|");
        QCOMPARE(plan.steps.size(), std::size_t{1});
        QCOMPARE(plan.steps[0].copies, 1);
        QVERIFY((plan.outputs == std::vector<int>{1, 1}));
    }

    void testConstant()
    {
        const CellPlan plan = planOf("|nor_conv_3x3~0|+|none~0|none~1|+|none~0|none~1|none~2|");
        QVERIFY(plan.isConstant());
        QVERIFY(plan.steps.empty());
    }

    void testRepresentatives()
    {
        const SearchSpace& space = searchSpace("nasbench201");
        const auto& cells = classRepresentatives(space);
        QCOMPARE(cells.size(), std::size_t{space.functionalClassCount()});
        int constant = 0;
        for (std::uint32_t number = 0; number < cells.size(); ++number) {
            QCOMPARE(space.functionalClass(cells[number]), number);
            constant += planCell(space, cells[number]).isConstant() ? 1 : 0;
        }
        QCOMPARE(constant, 1);
        for (CellIndex cell = 0; cell < space.size(); cell += 7) {
            const CellPlan own = planCell(space, cell);
            const CellPlan best = planCell(space, cells[space.functionalClass(cell)]);
            QVERIFY(best.convolutions(CellPlan::Operation::Conv3x3) <= own.convolutions(CellPlan::Operation::Conv3x3));
        }
    }

private:
    static CellPlan planOf(const char* text)
    {
        const SearchSpace& space = searchSpace("nasbench201");
        return planCell(space, space.parse(text));
    }
};

QTEST_APPLESS_MAIN(TestCellPlan)
#include "tst_cell_plan.moc"
