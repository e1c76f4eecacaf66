// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/cell_trainer.h"
#include "tests/core/base/error_text.h"
#include "tests/core/live/small_images.h"

#include <QtTest>

#include <set>
#include <thread>

using namespace inverso;

namespace {

const char* const good =
    "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";
const char* const poor = "|avg_pool_3x3~0|+|avg_pool_3x3~0|avg_pool_3x3~1|+|none~0|avg_pool_3x3~1|avg_pool_3x3~2|";

} // namespace

class TestCellTrainer : public QObject
{
    Q_OBJECT

private slots:
    void testLearns_data()
    {
        QTest::addColumn<QString>("space");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<double>("least"); // chance is 25 %
        QTest::newRow("NAS-Bench-201") << "nasbench201" << good << 90.0;
        QTest::newRow("NAS-Bench-101") << "nasbench101"
                                       << "111010000010001100011:input,conv1x1,conv3x3,conv3x3,conv3x3,maxpool,output"
                                       << 60.0;
        // 16 channels are shared out as 6, 5 and 5; the third vertex takes 5 of the 6 of the first.
        QTest::newRow("channels with a rest") << "nasbench101"
                                              << "1100011111:input,conv3x3,conv1x1,maxpool,output" << 90.0;
        QTest::newRow("input to output") << "nasbench101"
                                         << "1:input,output" << 35.0;
    }

    void testLearns()
    {
        QFETCH(QString, space);
        QFETCH(QString, cell);
        QFETCH(double, least);
        const SearchSpace& of = searchSpace(space.toStdString());
        TrainingSettings settings = quickTraining();
        settings.epochs = 4;
        const CellTrainer trainer(smallData(), settings);
        std::vector<EpochReport> reports;
        const TrainedCell trained =
            trainer.train(of, of.parse(cell.toStdString()), 0, [&](const EpochReport& r) { reports.push_back(r); }, {});
        QVERIFY2(trained.valid > least, qPrintable(QString::number(trained.valid)));
        QVERIFY(trained.test > least);
        QCOMPARE(reports.size(), std::size_t{4});
        QCOMPARE(reports.back().epoch, 4);
        QVERIFY(reports.back().loss < reports.front().loss);
        QVERIFY(reports.back().accuracy > reports.front().accuracy);
        QVERIFY(trained.parameters > 0.0 && trained.flops > 0.0 && trained.seconds > 0.0);
    }

    // On a few hundred real images the good cell is the better one by a wide margin.
    void testGoodAndPoor()
    {
        if (!std::filesystem::exists("/usr/share/datasets/fashion-mnist"))
            QSKIP("dataset-fashion-mnist is not installed.");
        TrainingSettings settings;
        settings.trainingImages = 768;
        settings.validationImages = 1000;
        settings.testImages = 1000;
        settings.batch = 32;
        const CellTrainer trainer(openImages("fashion-mnist"), settings);
        const TrainedCell better = trainer.train(m_space, m_space.parse(good), 0, {}, {});
        const TrainedCell worse = trainer.train(m_space, m_space.parse(poor), 0, {}, {});
        qInfo("good %.1f %%, poor %.1f %%; %.2f s", better.valid, worse.valid, better.seconds);
        QVERIFY(better.valid > worse.valid + 5.0);
        QVERIFY(better.test > worse.test + 5.0);
    }

    void testSameSeedSameResult()
    {
        const CellTrainer trainer(smallData(), quickTraining());
        const CellIndex cell = m_space.parse(poor);
        const TrainedCell first = trainer.train(m_space, cell, 3, {}, {});
        const TrainedCell again = CellTrainer(smallData(), quickTraining()).train(m_space, cell, 3, {}, {});
        QCOMPARE(again.valid, first.valid);
        QCOMPARE(again.test, first.test);
        TrainedCell elsewhere;
        std::jthread([&] { elsewhere = trainer.train(m_space, cell, 3, {}, {}); }).join();
        QCOMPARE(elsewhere.valid, first.valid);
        std::set<double> others;
        for (std::uint64_t seed = 0; seed < 6; ++seed)
            others.insert(trainer.train(m_space, cell, seed, {}, {}).valid);
        QVERIFY(others.size() > 1);
    }

    // One function under several names is one training.
    void testClassNotString()
    {
        const CellTrainer trainer(smallData(), quickTraining());
        const CellIndex cell = m_space.parse("|nor_conv_3x3~0|+|none~0|skip_connect~1|+|none~0|none~1|nor_conv_1x1~2|");
        const TrainedCell first = trainer.train(m_space, cell, 0, {}, {});
        int tried = 0;
        for (CellIndex other = 0; other < m_space.size() && tried < 5; ++other) {
            if (other == cell || m_space.functionalClass(other) != m_space.functionalClass(cell))
                continue;
            ++tried;
            const TrainedCell same = trainer.train(m_space, other, 0, {}, {});
            QCOMPARE(same.valid, first.valid);
            QCOMPARE(same.parameters, first.parameters);
        }
        QVERIFY(tried > 0);
    }

    void testConstantCellGetsChance()
    {
        const CellTrainer trainer(smallData(), quickTraining());
        const TrainedCell trained = trainer.train(m_space, 0, 0, {}, {});
        QCOMPARE(trained.valid, 25.0);
        QCOMPARE(trained.test, 25.0);
        QCOMPARE(trained.seconds, 0.0);
    }

    void testCancel()
    {
        TrainingSettings settings = quickTraining();
        settings.epochs = 100000;
        const CellTrainer trainer(smallData(), settings);
        std::stop_source stop;
        int epochs = 0;
        const EpochSink report = [&](const EpochReport&) {
            if (++epochs == 2)
                stop.request_stop();
        };
        QVERIFY_EXCEPTION_THROWN((void)trainer.train(m_space, m_space.parse(good), 0, report, stop.get_token()),
                                 Cancelled);
        QCOMPARE(epochs, 2); // the third was not finished
    }

    void testLossThatIsNoNumber()
    {
        TrainingSettings settings = quickTraining();
        settings.peakRate = 1e30;
        const CellTrainer trainer(smallData(), settings);
        const std::string error = errorText([&] { (void)trainer.train(m_space, m_space.parse(good), 0, {}, {}); });
        COMPARE_CONTAINS(error, "the loss is not a number");
        COMPARE_CONTAINS(error, good);
    }

    void testFewImages()
    {
        COMPARE_CONTAINS(errorText([] { CellTrainer(smallData(), tableTraining(searchSpace("nasbench201"))); }),
                         "256 images for training");
        const TrainingSettings fitted = fittedTo(tableTraining(searchSpace("nasbench201")), *smallData());
        QCOMPARE(fitted.validationImages, 85);
        QCOMPARE(fitted.trainingImages, 171);
        QCOMPARE(fitted.testImages, 64);
        ImageData tiny = *smallData();
        tiny.training.count = 9;
        COMPARE_CONTAINS(errorText([&] { (void)fittedTo(tableTraining(searchSpace("nasbench201")), tiny); }),
                         "at least 32");
    }

private:
    const SearchSpace& m_space = searchSpace("nasbench201");
};

QTEST_APPLESS_MAIN(TestCellTrainer)
#include "tst_cell_trainer.moc"
