// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/session/fingerprint.h"
#include "core/session/recorded_benchmark.h"
#include "tests/core/base/error_text.h"
#include "tests/core/benchmark/synthetic_benchmark.h"

#include <QtTest>

#include <fstream>
#include <memory>

using namespace inverso;

namespace {

std::shared_ptr<const SyntheticBenchmark> source()
{
    return std::make_shared<SyntheticBenchmark>([](CellIndex cell) { return cell / 200.0; },
                                                [](CellIndex cell) { return cell >= 100; });
}

std::vector<Round> record()
{
    Round round;
    round.queries = {{1, 7, {33.0, 32.0}, 0, 0.0}, {2, 500, {44.0, 43.0}, 0, 0.0}};
    return {round};
}

} // namespace

class TestRecordedBenchmark : public QObject
{
    Q_OBJECT

private slots:
    void testTheRecordAnswersFirst()
    {
        const auto live = source();
        const RecordedBenchmark benchmark(live, record());
        QVERIFY(benchmark.knows(7)); // known from the record alone
        QVERIFY(!benchmark.knows(8));
        QCOMPARE(benchmark.label(7, {}).valid, 33.0);
        QCOMPARE(benchmark.label(500, {}).valid, 44.0);
        QCOMPARE(live->asked, 0);
        QCOMPARE(benchmark.label(600, {}).valid, 3.0);
        QCOMPARE(live->asked, 1);
    }

    void testReplayIsChecked()
    {
        const SearchSpace& space = searchSpace("nasbench201");
        const Round recorded = record().front();
        Round again;
        again.queries = recorded.queries;
        verifyReplay(again, recorded, space);
        again.queries[1].cell = 501;
        COMPARE_CONTAINS(errorText([&] { verifyReplay(again, recorded, space); }), space.text(501));
        again.queries.pop_back();
        COMPARE_CONTAINS(errorText([&] { verifyReplay(again, recorded, space); }), "queries nothing");
    }

    void testContentHashSeesEveryLabel()
    {
        const std::string plain = contentHash(*source());
        QCOMPARE(plain.size(), std::size_t(16));
        QCOMPARE(contentHash(*source()), plain);
        const SyntheticBenchmark changed([](CellIndex cell) { return cell == 15000 ? 1.0 : cell / 200.0; },
                                         [](CellIndex cell) { return cell >= 100; });
        QVERIFY(contentHash(changed) != plain);
        const SyntheticBenchmark larger([](CellIndex cell) { return cell / 200.0; },
                                        [](CellIndex cell) { return cell >= 99; });
        QVERIFY(contentHash(larger) != plain);
    }

    void testFileHash()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "f";
        std::ofstream(path) << "a";
        QCOMPARE(fileHash(path), std::string("af63dc4c8601ec8c")); // the published FNV-1a value of "a"
        COMPARE_CONTAINS(errorText([&] { fileHash(path / "no"); }), "Cannot read");
        // A folder can be opened, but not read.
        COMPARE_CONTAINS(errorText([&] { (void)fileHash(QDir::tempPath().toStdString()); }), "Cannot read");
    }
};

QTEST_GUILESS_MAIN(TestRecordedBenchmark)
#include "tst_recorded_benchmark.moc"
