// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/read_file.h"
#include "core/live/training_journal.h"
#include "tests/core/base/error_text.h"
#include "tests/core/base/full_disk.h"
#include "tests/core/base/odd_paths.h"

#include <QtTest>

#include <array>
#include <fstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace inverso;

namespace {

constexpr std::uint32_t classes = 10;

/// Starts `action` in another process. Not while a thread holds a lock: the process would hold it, too.
template <typename Action> pid_t startElsewhere(Action action)
{
    const pid_t child = fork();
    if (child != 0)
        return child;
    try {
        action();
        _exit(0);
    } catch (...) {
        _exit(1);
    }
}

/// Waits for its end; whether it ended without an exception.
bool endsWell(pid_t child)
{
    int ended = -1;
    return waitpid(child, &ended, 0) == child && ended == 0;
}

} // namespace

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
            TrainingJournal journal(m_path, "these images", classes);
            journal.append({7, 0, 81.25, 80.5, 1.5, 0.25, 0.5});
            journal.append({7, 1, 80.75, 80.0, 1.5, 0.25, 0.5});
        }
        const TrainingJournal again(m_path, "these images", classes);
        QCOMPARE(again.records().size(), std::size_t{2});
        const TrainingRecord& record = again.records().at({7, 1});
        QCOMPARE(record.valid, 80.75);
        QCOMPARE(record.flops, 0.5);
        QCOMPARE(TrainingJournal::read(m_path, "these images", classes).size(), std::size_t{2});
        QVERIFY(TrainingJournal::read("/nowhere/x", "these images", classes).empty());
    }

    // As kill -9 in the middle of a write leaves it.
    void testTornLine()
    {
        TrainingJournal(m_path, "these images", classes).append({7, 0, 81.25, 80.5, 1.5, 0.25, 0.5});
        std::ofstream(m_path, std::ios::app) << "8,0,70.2";
        QCOMPARE(TrainingJournal::read(m_path, "these images", classes).size(), std::size_t{1});
        TrainingJournal(m_path, "these images", classes).append({9, 0, 60.0, 61.0, 1.5, 0.25, 0.5});
        const auto records = TrainingJournal::read(m_path, "these images", classes);
        QCOMPARE(records.size(), std::size_t{2});
        QVERIFY(records.contains({9, 0}));
        std::ofstream(m_path) << "# these im"; // not even the heading
        QVERIFY(TrainingJournal(m_path, "these images", classes).records().empty());
    }

    void testOtherImages()
    {
        TrainingJournal(m_path, "these images", classes).append({7, 0, 81.25, 80.5, 1.5, 0.25, 0.5});
        COMPARE_CONTAINS(errorText([&] { TrainingJournal(m_path, "other images", classes); }), "holds other trainings");
        std::ofstream(m_path, std::ios::app) << "what is this\n";
        COMPARE_CONTAINS(errorText([&] { TrainingJournal(m_path, "these images", classes); }), "line 3");
    }

    // What no class and no seed can be. Tables of classes are indexed by these numbers.
    void testNumbersThatAreNone()
    {
        for (const char* line : {"1e30,0,1,1,1,1,1\n", "-1,0,1,1,1,1,1\n", "1,nan,1,1,1,1,1\n", "1,0,1,1,1,1,1,1\n",
                                 "1,0,1,1,1,1,\n", "10,0,1,1,1,1,1\n"}) {
            std::ofstream(m_path) << "# these images\n" << line;
            COMPARE_CONTAINS(errorText([&] { TrainingJournal(m_path, "these images", classes); }), "line 2");
        }
    }

    void testTwoOnOneFile()
    {
        TrainingJournal one(m_path, "these images", classes);
        TrainingJournal two(m_path, "these images", classes);
        one.append({7, 0, 81.25, 80.5, 1.5, 0.25, 0.5});
        two.append({7, 0, 81.5, 80.5, 2.5, 0.25, 0.5}); // was trained twice: the first stays
        QCOMPARE(two.records().at({7, 0}).valid, 81.25);
        two.append({8, 0, 70.0, 70.0, 1.5, 0.25, 0.5});
        one.refresh();
        QCOMPARE(one.records().size(), std::size_t{2});
        QCOMPARE(readFile(m_path, 1000), std::string("# these images\n7,0,81.25,80.5,1.5,0.25,0.5\n"
                                                     "8,0,70,70,1.5,0.25,0.5\n"));
    }

    // Another program died in the middle of a line while this one has the file open.
    void testTornLineOfAnother()
    {
        TrainingJournal journal(m_path, "these images", classes);
        std::ofstream(m_path, std::ios::app) << "8,0,70.2";
        journal.append({7, 0, 81.25, 80.5, 1.5, 0.25, 0.5});
        QCOMPARE(TrainingJournal::read(m_path, "these images", classes).size(), std::size_t{1});
    }

    void testRemovedMeanwhile()
    {
        TrainingJournal journal(m_path, "these images", classes);
        journal.append({7, 0, 81.25, 80.5, 1.5, 0.25, 0.5});
        std::filesystem::remove(m_path);
        journal.append({8, 0, 70.0, 70.0, 1.5, 0.25, 0.5});
        QCOMPARE(TrainingJournal::read(m_path, "these images", classes).size(), std::size_t{1}); // under a heading
        QCOMPARE(journal.records().size(), std::size_t{2});
    }

    void testThreadsAndProcesses()
    {
        const auto write = [&](std::uint64_t first) {
            for (std::uint64_t seed = first; seed < first + 50; ++seed)
                TrainingJournal(m_path, "these images", classes).append({7, seed, 50.0, 50.0, 1.5, 0.25, 0.5});
        };
        const std::array children = {startElsewhere([&] { write(1000); }), startElsewhere([&] { write(2000); })};
        {
            std::vector<std::jthread> threads;
            threads.emplace_back([&] { write(3000); });
            threads.emplace_back([&] { write(4000); });
        }
        for (const pid_t child : children)
            QVERIFY(endsWell(child));
        QCOMPARE(TrainingJournal::read(m_path, "these images", classes).size(), std::size_t{200});
        QCOMPARE(QByteArray::fromStdString(readFile(m_path, 100000)).count('#'), qsizetype{1});
    }

    void testUnwritable()
    {
        for (const auto& odd : oddPaths(m_folder->path().toStdString())) {
            COMPARE_CONTAINS(errorText([&] { TrainingJournal(odd, "x", classes); }), "Cannot write " + odd.string());
            COMPARE_CONTAINS(errorText([&] { TrainingJournal::read(odd, "x", classes); }),
                             "Cannot read " + odd.string());
        }
        COMPARE_CONTAINS(errorText([] { TrainingJournal("/nowhere/t.journal", "x", classes); }), "Cannot write");
    }

    void testFullDisk()
    {
        TrainingJournal journal(m_path, "these images", classes);
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
        QCOMPARE(TrainingJournal::read(m_path, "these images", classes).size(), std::size_t{2});
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
};

QTEST_APPLESS_MAIN(TestTrainingJournal)
#include "tst_training_journal.moc"
