// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/training_journal.h"
#include "tests/core/base/error_text.h"
#include "tests/core/base/full_disk.h"

#include <QtTest>

#include <fstream>

using namespace inverso;

class TestTrainingJournal : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("t.journal")).toStdString();
    }

    void testKeeps()
    {
        {
            TrainingJournal journal(m_path, "these images");
            journal.append({7, 0, 81.25, 80.5, 1.5, 0.25, 0.5});
            journal.append({7, 1, 80.75, 80.0, 1.5, 0.25, 0.5});
        }
        const TrainingJournal again(m_path, "these images");
        QCOMPARE(again.records().size(), std::size_t{2});
        const TrainingRecord& record = again.records().at({7, 1});
        QCOMPARE(record.valid, 80.75);
        QCOMPARE(record.flops, 0.5);
        QCOMPARE(TrainingJournal::read(m_path, "these images").size(), std::size_t{2});
        QVERIFY(TrainingJournal::read("/nowhere/x", "these images").empty());
    }

    // As kill -9 in the middle of a write leaves it.
    void testTornLine()
    {
        TrainingJournal(m_path, "these images").append({7, 0, 81.25, 80.5, 1.5, 0.25, 0.5});
        std::ofstream(m_path, std::ios::app) << "8,0,70.2";
        QCOMPARE(TrainingJournal::read(m_path, "these images").size(), std::size_t{1});
        TrainingJournal(m_path, "these images").append({9, 0, 60.0, 61.0, 1.5, 0.25, 0.5});
        const auto records = TrainingJournal::read(m_path, "these images");
        QCOMPARE(records.size(), std::size_t{2});
        QVERIFY(records.contains({9, 0}));
        std::ofstream(m_path) << "# these im"; // not even the heading
        QVERIFY(TrainingJournal(m_path, "these images").records().empty());
    }

    void testOtherImages()
    {
        TrainingJournal(m_path, "these images").append({7, 0, 81.25, 80.5, 1.5, 0.25, 0.5});
        COMPARE_CONTAINS(errorText([&] { TrainingJournal(m_path, "other images"); }), "something else");
        std::ofstream(m_path, std::ios::app) << "what is this\n";
        COMPARE_CONTAINS(errorText([&] { TrainingJournal(m_path, "these images"); }), "line 3");
    }

    // What no class and no seed can be: as numbers with a point they would be undefined as whole ones.
    void testNumbersThatAreNone()
    {
        for (const char* line :
             {"1e30,0,1,1,1,1,1\n", "-1,0,1,1,1,1,1\n", "1,nan,1,1,1,1,1\n", "1,0,1,1,1,1,1,1\n", "1,0,1,1,1,1,\n"}) {
            std::ofstream(m_path) << "# these images\n" << line;
            COMPARE_CONTAINS(errorText([&] { TrainingJournal(m_path, "these images"); }), "line 2");
        }
    }

    void testUnwritable()
    {
        COMPARE_CONTAINS(errorText([] { TrainingJournal("/nowhere/t.journal", "x"); }), "Cannot write");
    }

    void testFullDisk()
    {
        TrainingJournal journal(m_path, "these images");
        journal.append({7, 0, 81.25, 80.5, 1.5, 0.25, 0.5});
        const auto size = std::filesystem::file_size(m_path);
        std::string error;
        {
            const FullDisk full(size + 5);
            error = errorText([&] { journal.append({8, 0, 70.0, 70.0, 1.5, 0.25, 0.5}); });
        }
        COMPARE_CONTAINS(error, "Cannot write " + m_path.string());
        QCOMPARE(journal.records().size(), std::size_t{1});
        QCOMPARE(std::filesystem::file_size(m_path), size);
        journal.append({8, 0, 70.0, 70.0, 1.5, 0.25, 0.5});
        QCOMPARE(TrainingJournal::read(m_path, "these images").size(), std::size_t{2});
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
};

QTEST_APPLESS_MAIN(TestTrainingJournal)
#include "tst_training_journal.moc"
