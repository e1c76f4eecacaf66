// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/result_store.h"
#include "tests/core/base/error_text.h"
#include "tests/core/base/full_disk.h"
#include "tests/core/experiment/experiment_records.h"

#include <QtTest>

#include <filesystem>
#include <fstream>

using namespace inverso;
namespace fs = std::filesystem;

class TestResultStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = fs::path(m_temporary->path().toStdString()) / "runs";
    }

    void testWhatIsAppendedIsThere()
    {
        {
            ResultStore store = ResultStore::openToWrite(m_folder, "results");
            QVERIFY(!store.has(id(1)));
            store.append(line(1));
            QVERIFY(store.has(id(1)));
            store.append(toLine(planRecord()));
            store.append(line(2));
        }
        const ResultStore store = ResultStore::open(m_folder);
        QVERIFY(store.has(id(1)) && store.has(id(2)) && !store.has(id(3)));
        QCOMPARE(store.secondsOf(id(2)), std::optional(1.25));
        QCOMPARE(store.lines("search"), (std::vector{line(1), line(2)}));
        QCOMPARE(store.lines("plan").size(), std::size_t(1));
        QVERIFY(store.remarks().empty());
    }

    void testATruncatedLastLineIsHealed_data()
    {
        QTest::addColumn<int>("kept"); // characters of the last line
        QTest::newRow("one") << 1;
        QTest::newRow("half") << 500;
        QTest::newRow("all but one") << -1;
    }

    void testATruncatedLastLineIsHealed()
    {
        QFETCH(int, kept);
        const std::string last = line(2);
        const auto length = kept > 0 ? static_cast<std::size_t>(kept) : last.size() - 1;
        write("results.jsonl", line(1) + "\n" + last.substr(0, length));
        // A reader leaves it to the writer, who may be at it.
        QVERIFY(!ResultStore::open(m_folder).has(id(2)));
        QVERIFY(ResultStore::open(m_folder).remarks().empty());

        ResultStore store = ResultStore::openToWrite(m_folder, "results");
        QCOMPARE(store.remarks().size(), std::size_t(1));
        COMPARE_CONTAINS(store.remarks()[0], "is incomplete");
        QVERIFY(store.has(id(1)) && !store.has(id(2)));
        store.append(line(2));
        store.append(line(3));
        QCOMPARE(read("results.jsonl"), line(1) + "\n" + line(2) + "\n" + line(3) + "\n");
        QVERIFY(store.has(id(2)) && store.has(id(3)));
    }

    // The line is whole, only its end is missing.
    void testAWholeLastLineIsKept()
    {
        write("results.jsonl", line(1));
        ResultStore store = ResultStore::openToWrite(m_folder, "results");
        QVERIFY(store.remarks().empty());
        QVERIFY(store.has(id(1)));
        store.append(line(2));
        QCOMPARE(read("results.jsonl"), line(1) + "\n" + line(2) + "\n");
    }

    // Longer than what is read at once.
    void testALongTruncatedLine()
    {
        write("results.jsonl", line(1) + "\n" + std::string(300000, 'x'));
        ResultStore store = ResultStore::openToWrite(m_folder, "results");
        QCOMPARE(read("results.jsonl"), line(1) + "\n");
        QVERIFY(store.has(id(1)));
    }

    void testABrokenLineIsPassedOver()
    {
        write("results.jsonl", line(1) + "\n" + std::string(80, '\0') + "\n" + line(2) + "\n");
        for (int i = 0; i < 2; ++i) { // said again from the index
            const ResultStore store = ResultStore::open(m_folder);
            QVERIFY(store.has(id(1)) && store.has(id(2)));
            QCOMPARE(store.remarks().size(), std::size_t(1));
            COMPARE_CONTAINS(store.remarks()[0], "results.jsonl has a line at byte");
        }
    }

    void testFoldersAndFilesMerge()
    {
        write("results-1-of-2.jsonl", line(1) + "\n" + line(2) + "\n");
        write("results-2-of-2.jsonl", line(3) + "\n" + line(2) + "\n");
        const ResultStore folder = ResultStore::open(m_folder);
        QCOMPARE(folder.lines("search"), (std::vector{line(1), line(2), line(3)}));

        const fs::path other = m_folder.parent_path() / "other";
        fs::create_directories(other);
        std::ofstream(other / "all.jsonl") << read("results-1-of-2.jsonl") << read("results-2-of-2.jsonl");
        QCOMPARE(ResultStore::open(other).lines("search"), folder.lines("search"));
    }

    void testTheIndexIsOnlyACopy_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : {"gone", "another database", "no database", "empty", "a folder"})
            QTest::newRow(what) << QString(what);
    }

    void testTheIndexIsOnlyACopy()
    {
        QFETCH(QString, what);
        write("results.jsonl", line(1) + "\n");
        QVERIFY(ResultStore::open(m_folder).has(id(1)));
        const fs::path index = m_folder / "index.sqlite";
        QVERIFY(fs::exists(index));
        fs::remove(index);
        if (what == "another database")
            fs::copy_file(madeElsewhere(), index);
        else if (what == "no database")
            std::ofstream(index) << std::string(5000, 'n');
        else if (what == "empty")
            std::ofstream(index).flush();
        else if (what == "a folder")
            fs::create_directories(index / "inside");
        write("results.jsonl", line(1) + "\n" + line(2) + "\n");
        const ResultStore store = ResultStore::open(m_folder);
        QVERIFY(store.has(id(1)) && store.has(id(2)) && !store.has(id(7)));
        QCOMPARE(store.lines("search"), (std::vector{line(1), line(2)}));
    }

    // Replaced by a longer one with the same beginning, as after copying another machine's results over it.
    void testAnotherFileOfTheSameName()
    {
        write("results.jsonl", toLine(planRecord()) + "\n" + line(1) + "\n");
        QVERIFY(ResultStore::open(m_folder).has(id(1)));
        write("results.jsonl", toLine(planRecord()) + "\n" + line(5) + "\n" + line(6) + "\n");
        const ResultStore longer = ResultStore::open(m_folder);
        QVERIFY(!longer.has(id(1)) && longer.has(id(5)) && longer.has(id(6)));
        QCOMPARE(longer.lines("search"), (std::vector{line(5), line(6)}));
        write("results.jsonl", line(1) + "\n");
        const ResultStore shorter = ResultStore::open(m_folder);
        QCOMPARE(shorter.lines("search"), (std::vector{line(1)}));
        fs::remove(m_folder / "results.jsonl");
        QVERIFY(!ResultStore::open(m_folder).has(id(1)));
    }

    void testOneWriterAFile()
    {
        const ResultStore first = ResultStore::openToWrite(m_folder, "results");
        COMPARE_CONTAINS(errorText([&] { ResultStore::openToWrite(m_folder, "results"); }), "another process");
        ResultStore other = ResultStore::openToWrite(m_folder, "results-2-of-2");
        other.append(line(1));
        QVERIFY(other.has(id(1)));
    }

    void testFullDisk()
    {
        ResultStore store = ResultStore::openToWrite(m_folder, "results");
        store.append(line(1));
        const auto size = fs::file_size(m_folder / "results.jsonl");
        {
            const FullDisk disk(size + 100);
            COMPARE_CONTAINS(errorText([&] { store.append(line(2)); }), "start the same command again");
        }
        QCOMPARE(read("results.jsonl"), line(1) + "\n");
        QVERIFY(!store.has(id(2)));
        store.append(line(2));
        QVERIFY(store.has(id(2)));
    }

    void testMissingFolder()
    {
        COMPARE_CONTAINS(errorText([&] { ResultStore::open(m_folder); }), "Cannot read the folder");
        QVERIFY(!fs::exists(m_folder));
        COMPARE_CONTAINS(errorText([] { ResultStore::openToWrite("/proc/no/such", "results"); }), "Cannot create");
    }

private:
    static std::string line(std::uint64_t seed) { return toLine(searchRecord("ls", seed)); }
    static std::string id(std::uint64_t seed) { return searchRecord("ls", seed).key.id(); }

    // An index of other results, which fits in its form.
    fs::path madeElsewhere()
    {
        const fs::path folder = m_folder.parent_path() / "elsewhere";
        fs::create_directories(folder);
        std::ofstream(folder / "foreign.jsonl") << line(7) << "\n";
        static_cast<void>(ResultStore::open(folder));
        return folder / "index.sqlite";
    }

    void write(const std::string& name, const std::string& text)
    {
        fs::create_directories(m_folder);
        std::ofstream(m_folder / name, std::ios::binary) << text;
    }
    std::string read(const std::string& name)
    {
        std::ifstream file(m_folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::unique_ptr<QTemporaryDir> m_temporary;
    fs::path m_folder;
};

QTEST_GUILESS_MAIN(TestResultStore)
#include "tst_result_store.moc"
