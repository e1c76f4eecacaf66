// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/query_ledger.h"
#include "core/live/live_benchmark.h"
#include "tests/core/base/error_text.h"
#include "tests/core/base/full_disk.h"
#include "tests/core/live/small_images.h"

#include <QtTest>

#include <thread>

using namespace inverso;

class TestLiveBenchmark : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("quarters.journal")).toStdString();
    }

    void testTrainsOnce()
    {
        const auto benchmark = open();
        QCOMPARE(benchmark->dataset(), std::string("quarters"));
        QVERIFY(benchmark->knows(m_cell));
        QVERIFY(!benchmark->recipe().empty());
        QVERIFY(!benchmark->find(m_cell));
        const Label first = benchmark->label(m_cell, {});
        QCOMPARE(benchmark->trained(), 1);
        QCOMPARE(benchmark->label(m_cell, {}).valid, first.valid);
        QCOMPARE(benchmark->label(m_sameFunction, {}).valid, first.valid);
        QCOMPARE(benchmark->trained(), 1);
        QVERIFY(benchmark->find(m_sameFunction));
        // A later run finds it.
        const auto later = open();
        QCOMPARE(later->label(m_cell, {}).test, first.test);
        QCOMPARE(later->trained(), 0);
    }

    void testThreadsShareATraining()
    {
        const auto benchmark = open();
        std::vector<Label> labels(4);
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < labels.size(); ++i)
                threads.emplace_back(
                    [&, i] { labels[i] = benchmark->label(i % 2 == 0 ? m_cell : m_sameFunction, {}); });
        }
        QCOMPARE(benchmark->trained(), 1);
        for (const Label& label : labels)
            QCOMPARE(label.valid, labels[0].valid);
    }

    void testCancelLeavesNothing()
    {
        const auto benchmark = open();
        std::stop_source stop;
        const auto cancel = [&](const EpochReport&) { stop.request_stop(); };
        QVERIFY_EXCEPTION_THROWN((void)benchmark->train(m_cell, cancel, stop.get_token()), Cancelled);
        QVERIFY(!benchmark->find(m_cell));
        QVERIFY(!open()->find(m_cell));
        QVERIFY(benchmark->label(m_cell, {}).valid > 0.0); // and it can be asked again
    }

    // One sentence about the cell that breaks down, nothing in the file, and the others can be asked.
    void testBrokenTraining()
    {
        TrainingSettings wild = quickTraining();
        wild.peakRate = 1e30;
        const auto trainer = std::make_shared<CellTrainer>(smallData(), wild);
        const LiveBenchmark benchmark(m_space, trainer, "wild", "live:quarters", m_file);
        COMPARE_CONTAINS(errorText<BrokenTraining>([&] { (void)benchmark.label(m_cell, {}); }), m_space.text(m_cell));
        QVERIFY(!benchmark.find(m_cell));
        QCOMPARE(benchmark.label(0, {}).valid, 25.0);
        QCOMPARE(TrainingJournal::read(m_file, "wild", m_space.functionalClassCount()).size(), std::size_t{1});
    }

    void testFullDisk()
    {
        const auto benchmark = open();
        (void)benchmark->label(0, {});
        const auto size = std::filesystem::file_size(m_file);
        {
            const FullDisk full(size + 3);
            COMPARE_CONTAINS(errorText([&] { (void)benchmark->label(m_cell, {}); }), "Cannot write " + m_file.string());
        }
        QCOMPARE(std::filesystem::file_size(m_file), size);
        QVERIFY(open()->find(0)); // what was trained before
        QVERIFY(!benchmark->find(m_cell));
        QVERIFY(benchmark->label(m_cell, {}).valid > 0.0); // when there is room again
        QVERIFY(open()->find(m_cell));
    }

    void testCountsLikeATable()
    {
        const auto benchmark = open();
        QueryLedger ledger(*benchmark, 2);
        (void)ledger.query(m_cell, 0, {});
        (void)ledger.query(m_cell, 0, {});
        QCOMPARE(ledger.count(), 1);
        QVERIFY(!ledger.firstBestQuery());
    }

    void testNames()
    {
        QVERIFY(isLiveName("live:fashion-mnist"));
        QVERIFY(!isLiveName("nasbench201"));
        const std::filesystem::path images = m_folder->filePath(QStringLiteral("quarters")).toStdString();
        writeSmallFolder(images);
        qputenv("XDG_DATA_HOME", m_folder->path().toUtf8());
        const auto benchmark = openLiveBenchmark("live:" + images.string(), m_space, {});
        QCOMPARE(benchmark->source(), "live:" + images.string());
        QVERIFY(benchmark->label(m_cell, {}).valid > 25.0);
        QVERIFY(openLiveBenchmark("live:" + images.string(), m_space, {})->find(m_cell));
        COMPARE_CONTAINS(errorText([&] { (void)openLiveBenchmark("live:/nowhere", m_space, {}); }),
                         "no folder /nowhere");
        qputenv("XDG_DATA_HOME", "/dev/null");
        COMPARE_CONTAINS(errorText([&] { (void)openLiveBenchmark("live:" + images.string(), m_space, {}); }),
                         "XDG_DATA_HOME");
    }

private:
    [[nodiscard]] std::shared_ptr<const LiveBenchmark> open() const
    {
        return std::make_shared<LiveBenchmark>(m_space, m_trainer, TrainingJournal::headingFor(m_space, *m_trainer),
                                               "live:quarters", m_file);
    }

    const SearchSpace& m_space = searchSpace("nasbench201");
    const CellIndex m_cell = m_space.parse("|nor_conv_3x3~0|+|none~0|none~1|+|none~0|skip_connect~1|none~2|");
    const CellIndex m_sameFunction = m_space.parse("|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|");
    const std::shared_ptr<const CellTrainer> m_trainer = std::make_shared<CellTrainer>(smallData(), quickTraining());
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_file;
};

QTEST_APPLESS_MAIN(TestLiveBenchmark)
#include "tst_live_benchmark.moc"
