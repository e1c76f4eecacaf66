// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/live/live_benchmark.h"
#include "core/live/stored_trainings.h"
#include "tests/core/live/small_images.h"

#include <QtTest>

using namespace inverso;

namespace fs = std::filesystem;

class TestStoredTrainings : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->path().toStdString();
    }

    // What a live benchmark kept is found without its images.
    void testWhatWasTrained()
    {
        const fs::path images = m_folder / "quarters (four)";
        writeSmallFolder(images);
        qputenv("XDG_DATA_HOME", m_temporary->path().toUtf8());
        const CellIndex cell = m_space.parse("|nor_conv_3x3~0|+|none~0|none~1|+|none~0|skip_connect~1|none~2|");
        const TrainingRecord record = openLiveBenchmark("live:" + images.string(), m_space, {})->train(cell, {}, {});
        fs::remove_all(images);
        const StoredTrainings stored = readStoredTrainings(trainingsFolder(), m_space, {});
        QCOMPARE(stored.size(), std::size_t{1});
        const std::vector<StoredTraining>& found = stored.at(m_space.functionalClass(cell));
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].images, std::string("quarters (four)"));
        QVERIFY(std::abs(found[0].record.valid - record.valid) < 1e-6);
    }

    void testOneForEachName()
    {
        const std::string here = "): settings; " + trainingKernels();
        write("a", "nasbench201 on cats (00000001): settings; another machine", {{7, 0, 50.0}, {8, 0, 51.0}});
        write("b", "nasbench201 on cats (00000001" + here, {{7, 0, 60.0}, {7, 1, 61.0}});
        write("c", "nasbench201 on dogs (00000002" + here, {{7, 0, 70.0}});
        write("d", "another space on cats (00000001" + here, {{7, 0, 80.0}});
        std::ofstream(m_folder / "e.journal") << "what is this";
        std::ofstream(m_folder / "f.journal") << "# nasbench201 on cats (00000001" << here << "\nnot a line\n";
        std::ofstream(m_folder / "notes.txt") << "something else";
        const StoredTrainings stored = readStoredTrainings(m_folder, m_space, {});
        QCOMPARE(stored.size(), std::size_t{2});
        QCOMPARE(stored.at(7).size(), std::size_t{2});
        QCOMPARE(stored.at(7)[0].record.valid, 60.0); // of this machine, and of the seed that labels have
        QCOMPARE(stored.at(7)[1].images, std::string("dogs"));
        QCOMPARE(stored.at(8)[0].record.valid, 51.0);
    }

    void testNothing()
    {
        QVERIFY(readStoredTrainings("/nowhere", m_space, {}).empty());
        write("a", "nasbench201 on cats (00000001): settings", {{7, 0, 50.0}});
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN((void)readStoredTrainings(m_folder, m_space, stop.get_token()), Cancelled);
    }

private:
    void write(const std::string& name, const std::string& heading, const std::vector<TrainingRecord>& records) const
    {
        TrainingJournal journal(m_folder / (name + ".journal"), heading, m_space.functionalClassCount());
        for (const TrainingRecord& record : records)
            journal.append(record);
    }

    const SearchSpace& m_space = searchSpace("nasbench201");
    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_APPLESS_MAIN(TestStoredTrainings)
#include "tst_stored_trainings.moc"
