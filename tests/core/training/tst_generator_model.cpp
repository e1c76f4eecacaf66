// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/cell/graph_codes.h"
#include "core/cell/nasbench201.h"
#include "core/training/generator_model.h"

#include <QtTest>

#include <set>
#include <stop_token>

using namespace inverso;

class TestGeneratorModel : public QObject
{
    Q_OBJECT

private slots:
    void testGraphCodes()
    {
        const SearchSpace& space = searchSpace("nasbench101");
        const std::vector<CellIndex> cells = {space.parse("111:input,conv3x3-bn-relu,output"),
                                              space.parse("1:input,output")};
        const Matrix codes = graphCodes(space, cells);
        QCOMPARE(codes.columns, std::size_t{56});
        // Labels: input 1, conv3x3 3, output 0, and 0 behind it. Edges 0→1, 0→2, 1→2.
        std::vector<float> expected(56, 0.0F);
        for (const std::size_t one : {1U, 5U + 3U, 10U, 15U, 20U, 25U, 30U, 35U + 0U, 35U + 1U, 35U + 2U})
            expected[one] = 1.0F;
        QCOMPARE(std::vector<float>(codes.row(0).begin(), codes.row(0).end()), expected);
        float differ = 0.0F;
        for (std::size_t j = 0; j < 56; ++j)
            differ += std::abs(codes(0, j) - codes(1, j));
        QCOMPARE(differ, 4.0F); // a label (one for another), two edges
        QCOMPARE(graphCodes(searchSpace("nasbench201"), std::span(cells).first(0)).columns, std::size_t{84});
    }

    // From unlabelled cells alone it gives cells of the space, and different ones.
    void testPretrained_data()
    {
        QTest::addColumn<QString>("space");
        QTest::addColumn<double>("leastValid");
        QTest::newRow("NAS-Bench-201") << "nasbench201" << 0.3;
        QTest::newRow("NAS-Bench-101") << "nasbench101" << 0.05;
    }
    void testPretrained()
    {
        QFETCH(QString, space);
        QFETCH(double, leastValid);
        const GeneratorModel model({}, searchSpace(space.toStdString()), Rng(1), {});
        Rng rng(2);
        std::set<CellIndex> cells;
        int valid = 0;
        for (const GeneratorModel::Sample& sample : model.sample(1000, rng)) {
            if (!sample.cell)
                continue;
            ++valid;
            cells.insert(*sample.cell);
            const CellIndex cell = *sample.cell;
            QCOMPARE(sample.code, graphCodes(searchSpace(space.toStdString()), std::span(&cell, 1)).values);
        }
        qInfo("%d of 1000 valid, %zu different", valid, cells.size());
        QVERIFY(valid >= 1000 * leastValid);
        QVERIFY(cells.size() > static_cast<std::size_t>(valid) / 2);
    }

    // Better cells weigh more: what comes is more like them.
    void testLearnsTowardsTheBetterCells()
    {
        const SearchSpace& space = searchSpace("nasbench201");
        const auto convolutions = [](CellIndex cell) {
            return std::ranges::count(NasBench201::operations(cell), NasBench201::Conv3x3);
        };
        std::vector<LabelledCell> labels;
        for (const CellIndex cell : Rng(3).sample(space.size(), 64))
            labels.push_back({cell, 60.0 + 5.0 * static_cast<double>(convolutions(cell))});
        GeneratorModel model({}, space, Rng(4), {});
        const auto meanConvolutions = [&] {
            Rng rng(5);
            double sum = 0.0;
            int valid = 0;
            for (const GeneratorModel::Sample& sample : model.sample(600, rng)) {
                if (sample.cell) {
                    sum += static_cast<double>(convolutions(*sample.cell));
                    ++valid;
                }
            }
            return sum / valid;
        };
        const double before = meanConvolutions();
        model.train(labels, {});
        const double after = meanConvolutions();
        QVERIFY2(std::abs(before - 1.2) < 0.4, qPrintable(QString::number(before))); // a fifth of six
        QVERIFY2(after > before + 0.5, qPrintable(QStringLiteral("%1, %2").arg(before).arg(after)));
        const auto losses = model.takeLosses();
        QCOMPARE(losses.size(), std::size_t{60});       // two terms an epoch
        QVERIFY(losses.back().value < losses[1].value); // the predictor's error
    }

    void testStop()
    {
        std::stop_source source;
        source.request_stop();
        GeneratorModel model({}, searchSpace("nasbench201"), Rng(1), {});
        const std::vector<LabelledCell> labels(20, LabelledCell{1, 50.0});
        QVERIFY_EXCEPTION_THROWN(model.train(labels, source.get_token()), Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestGeneratorModel)
#include "tst_generator_model.moc"
