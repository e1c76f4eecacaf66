// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/table.h"
#include "core/live/table_build.h"
#include "core/live/training_journal.h"
#include "tests/core/base/error_text.h"
#include "tests/core/base/full_disk.h"
#include "tests/core/live/small_images.h"

#include <QtTest>

using namespace inverso;

class TestTableBuild : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = {};
        m_settings.out = m_folder->filePath(QStringLiteral("t.csv")).toStdString();
        m_settings.most = 3;
    }

    void testGoesOn()
    {
        const TableBuildResult first = build();
        QCOMPARE(first.trained, std::size_t{3});
        QCOMPARE(first.missing, std::size_t{5041});
        QCOMPARE(first.cells, std::size_t{0});
        QVERIFY(!std::filesystem::exists(m_settings.out));
        COMPARE_CONTAINS(errorText<UsageError>([this] { build(); }), "resume it");
        m_settings.resume = true;
        QCOMPARE(build().missing, std::size_t{5038});
        // Two more processes of their own share what is left.
        m_settings.shards = 2;
        m_settings.shard = 2;
        QCOMPARE(build().missing, std::size_t{5035});
        m_settings.shard = 1;
        QCOMPARE(build().missing, std::size_t{5032});
    }

    void testPartialTable()
    {
        m_settings.partial = true;
        const TableBuildResult result = build();
        const auto table = Table::load(m_settings.out);
        QCOMPARE(table->rows(), result.cells);
        QVERIFY(result.cells >= 3);
        const Table::Dataset& dataset = table->dataset("quarters");
        std::map<std::uint32_t, float> validOfClass;
        for (CellIndex cell = 0; cell < m_space.size(); ++cell) {
            const std::uint32_t number = m_space.functionalClass(cell);
            if (std::isnan(dataset.valid[cell]))
                continue;
            QCOMPARE(validOfClass.try_emplace(number, dataset.valid[cell]).first->second, dataset.valid[cell]);
        }
        QCOMPARE(validOfClass.size(), std::size_t{3});
        QVERIFY(table->attributes().size() >= 5);
    }

    // The cells of a class have one value, the mean over its seeds; the constant ones that of chance.
    void testMeansOverSeeds()
    {
        const std::uint32_t constant = m_space.functionalClass(0);
        const std::uint32_t other = m_space.functionalClass(15624);
        TrainingJournal journal(m_settings.out.string() + ".journal", TrainingJournal::headingFor(m_space, m_trainer),
                                m_space.functionalClassCount());
        journal.append({constant, 0, 25.0, 25.0, 0.0, 0.1, 0.1});
        journal.append({other, 0, 80.0, 70.0, 1.0, 0.2, 0.2});
        journal.append({other, 1, 82.0, 72.0, 1.0, 0.2, 0.2});
        m_settings.resume = m_settings.partial = true;
        m_settings.most = 0;
        build();
        const auto table = Table::load(m_settings.out);
        const Table::Dataset& dataset = table->dataset("quarters");
        QCOMPARE(dataset.valid[0], 25.0F);
        QCOMPARE(dataset.valid[15624], 81.0F);
        QCOMPARE(dataset.test[15624], 71.0F);
        const auto deviation =
            std::ranges::find(table->attributes(), std::string("valid_deviation"), &Table::Attribute::name);
        QVERIFY(deviation != table->attributes().end());
        QVERIFY(std::abs(deviation->values[15624] - std::sqrt(2.0F)) < 1e-4F);
        int dead = 0;
        for (const float valid : dataset.valid)
            dead += valid == 25.0F ? 1 : 0;
        QCOMPARE(dead, 341);
    }

    // A cell of NAS-Bench-101 has two key columns, and commas in one of them.
    void testTableOfNasBench101()
    {
        const SearchSpace& space = searchSpace("nasbench101");
        constexpr CellIndex cell = 400000;
        TrainingJournal journal(m_settings.out.string() + ".journal", TrainingJournal::headingFor(space, m_trainer),
                                space.functionalClassCount());
        journal.append({space.functionalClass(cell), 0, 80.0, 70.0, 1.0, 0.2, 0.2});
        m_settings.resume = m_settings.partial = true;
        m_settings.most = 0;
        const TableBuildResult result = buildTable(space, m_trainer, m_settings, {}, {});
        const auto table = Table::load(m_settings.out);
        QVERIFY(result.cells >= 1);
        QCOMPARE(table->rows(), result.cells);
        QCOMPARE(table->dataset("quarters").valid[cell], 80.0F);
    }

    // A training that breaks down is told of; the others are made, and it is tried again in another build.
    void testBrokenTrainings()
    {
        TrainingSettings wild = quickTraining();
        wild.peakRate = 1e30;
        const CellTrainer trainer(smallData(), wild);
        m_settings.most = 3;
        m_settings.partial = true;
        // Left to do: the constant cells, which are not trained, and one that breaks down.
        std::ofstream journal(m_settings.out.string() + ".journal");
        journal << "# " << TrainingJournal::headingFor(m_space, trainer) << "\n";
        for (std::uint32_t number = 0; number < m_space.functionalClassCount(); ++number) {
            if (number != m_space.functionalClass(0) && number != m_space.functionalClass(15624))
                journal << number << ",0,50,50,1,0.1,0.1\n";
        }
        journal.close();
        m_settings.resume = true;
        const TableBuildResult result = buildTable(m_space, trainer, m_settings, {}, {});
        QCOMPARE(result.trained, std::size_t{1});
        QCOMPARE(result.broken.size(), std::size_t{1});
        COMPARE_CONTAINS(result.broken[0], "the loss is not a number");
        QCOMPARE(result.missing, std::size_t{1});
        QVERIFY(result.cells > 15000);
        QVERIFY(std::isnan(Table::load(m_settings.out)->dataset("quarters").valid[15624]));
    }

    void testFullDisk()
    {
        build();
        m_settings.resume = m_settings.partial = true;
        m_settings.most = 0;
        {
            const FullDisk full(200);
            COMPARE_CONTAINS(errorText([this] { build(); }), "The trainings are kept");
        }
        QVERIFY(!std::filesystem::exists(m_settings.out));
        QVERIFY(!std::filesystem::exists(m_settings.out.string() + ".part"));
        QVERIFY(build().cells >= 3);
        QVERIFY(std::filesystem::exists(m_settings.out));
    }

    void testCancelKeepsWhatIsDone()
    {
        m_settings.most = -1;
        std::stop_source stop;
        int seen = 0;
        const auto progress = [&](const Progress&) {
            if (++seen == 2)
                stop.request_stop();
        };
        QVERIFY_EXCEPTION_THROWN(buildTable(m_space, m_trainer, m_settings, progress, stop.get_token()), Cancelled);
        const auto records =
            TrainingJournal::read(m_settings.out.string() + ".journal", TrainingJournal::headingFor(m_space, m_trainer),
                                  m_space.functionalClassCount());
        QCOMPARE(records.size(), std::size_t{2});
    }

private:
    TableBuildResult build() { return buildTable(m_space, m_trainer, m_settings, {}, {}); }

    const SearchSpace& m_space = searchSpace("nasbench201");
    const CellTrainer m_trainer{smallData(), quickTraining()};
    std::unique_ptr<QTemporaryDir> m_folder;
    TableBuildSettings m_settings;
};

QTEST_APPLESS_MAIN(TestTableBuild)
#include "tst_table_build.moc"
