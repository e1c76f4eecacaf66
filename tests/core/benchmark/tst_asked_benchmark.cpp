// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmark/asked_benchmark.h"
#include "core/benchmark/table.h"
#include "tests/core/base/error_text.h"
#include "tests/core/base/full_disk.h"
#include "tests/core/base/odd_paths.h"

#include <QtTest>

#include <atomic>
#include <cmath>
#include <thread>

using namespace inverso;
using Answers = AskedBenchmark::Answers;
using Question = AskedBenchmark::Question;

namespace {

const double none = std::numeric_limits<double>::quiet_NaN();

} // namespace

class TestAskedBenchmark : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::filesystem::path file(const char* name, const QByteArray& content = {}) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        if (!content.isEmpty()) {
            QFile out(path);
            if (out.open(QIODevice::WriteOnly))
                out.write(content);
        }
        return path.toStdString();
    }
    static const SearchSpace& space() { return searchSpace("nasbench201"); }

    QTemporaryDir m_folder;

private slots:
    void testAnswersAreKeptAtOnce()
    {
        const auto path = file("new.csv");
        std::vector<CellIndex> asked;
        const AskedBenchmark first(space(), path, [&](const SearchSpace&, const Question& question, std::stop_token) {
            asked.push_back(question.cell);
            return Answers{{question.cell, question.cell == 5 ? Label{91.25, 90.5} : Label{33.3, none}}};
        });
        QVERIFY(first.knows(15624) && !first.knows(15625));
        QCOMPARE(first.label(5, {}).valid, 91.25);
        QCOMPARE(Table::load(path)->rows(), 1U); // before anything else happens
        QCOMPARE(first.label(5, {}).test, 90.5);
        QVERIFY(std::isnan(first.label(700, {}).test));
        QCOMPARE(asked, (std::vector<CellIndex>{5, 700}));

        const AskedBenchmark later(space(), path, [](const SearchSpace&, const Question&, std::stop_token) -> Answers {
            throw Error("asked again");
        });
        QCOMPARE(later.known(), 2U);
        QCOMPARE(later.label(5, {}).valid, 91.25);
        QCOMPARE(later.label(700, {}).valid, first.label(700, {}).valid); // to the last bit
    }

    void testGoesOnInAFileThatSomebodyWrote()
    {
        const std::string cell = space().text(12);
        const auto path =
            file("own.csv", "arch,valid,test\n" + QByteArray::fromStdString(cell) + ",80,79"); // no newline
        const AskedBenchmark own(space(), path, [](const SearchSpace&, const Question& question, std::stop_token) {
            return Answers{{question.cell, {50.0, 49.0}}};
        });
        QCOMPARE(own.label(12, {}).valid, 80.0);
        QCOMPARE(own.label(13, {}).valid, 50.0);
        const auto table = Table::load(path);
        QCOMPARE(table->rows(), 2U);
        QCOMPARE(table->datasets()[0].test[13], 49.0F);
        const auto empty = file("header.csv", "arch,valid,test\n");
        QCOMPARE(AskedBenchmark(space(), empty, {}).known(), 0U);
    }

    void testSaysWhatIsWrongWithTheFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::newRow("other columns") << QByteArray("arch,cifar10_valid\n") << "line 1";
        QTest::newRow("compressed") << QByteArray("\x1f\x8b\x08") << "unpack it first";
        QTest::newRow("no cell") << QByteArray("arch,valid,test\nnonsense,3,4\n") << "line 2";
    }
    void testSaysWhatIsWrongWithTheFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        const auto path = file("bad.csv", content);
        try {
            const AskedBenchmark bad(space(), path, {});
            QFAIL("no error");
        } catch (const Error& error) {
            QVERIFY2(QString::fromUtf8(error.what()).contains(words), error.what());
        }
    }

    void testOddPaths()
    {
        const auto ask = [](const SearchSpace&, const Question& question, std::stop_token) {
            return Answers{{question.cell, {50.0, none}}};
        };
        for (const auto& odd : oddPaths(m_folder.path().toStdString()))
            COMPARE_CONTAINS(errorText([&] { AskedBenchmark(space(), odd, ask); }), "Cannot read " + odd.string());
        const AskedBenchmark benchmark(space(), pathThroughFile(m_folder.path().toStdString()), ask);
        COMPARE_CONTAINS(errorText([&] { (void)benchmark.label(5, {}); }), "The label is not kept");
    }

    void testAnswersOutOfRangeAreNotKept()
    {
        const auto path = file("range.csv");
        const AskedBenchmark odd(space(), path, [](const SearchSpace&, const Question& question, std::stop_token) {
            return Answers{{question.cell, {101.0, none}}};
        });
        QVERIFY_EXCEPTION_THROWN((void)odd.label(1, {}), Error);
        QVERIFY(!std::filesystem::exists(path));
        QCOMPARE(odd.known(), 0U);
    }

    void testAFullDiskTakesNoAnswerWithIt()
    {
        const auto path = file("full.csv");
        const AskedBenchmark asked(space(), path, [](const SearchSpace&, const Question& question, std::stop_token) {
            return Answers{{question.cell, {71.5, none}}};
        });
        (void)asked.label(1, {});
        {
            const FullDisk full(std::filesystem::file_size(path) + 7);
            COMPARE_CONTAINS(errorText([&] { (void)asked.label(2, {}); }), "Cannot write " + path.string());
        }
        QCOMPARE(asked.known(), 1U);
        const AskedBenchmark later(space(), path, {}); // no torn line
        QCOMPARE(later.known(), 1U);
        QCOMPARE(asked.label(2, {}).valid, 71.5); // and it can be asked again
        QCOMPARE(AskedBenchmark(space(), path, {}).known(), 2U);
    }

    void testAStopEndsTheWaiting()
    {
        std::stop_source stop;
        const AskedBenchmark slow(space(), file("stop.csv"),
                                  [](const SearchSpace&, const Question&, std::stop_token token) -> Answers {
                                      while (!token.stop_requested())
                                          std::this_thread::sleep_for(std::chrono::milliseconds(5));
                                      throw Cancelled();
                                  });
        std::atomic<int> cancelled = 0;
        const auto ask = [&](CellIndex cell) {
            try {
                (void)slow.label(cell, stop.get_token());
            } catch (const Cancelled&) {
                ++cancelled;
            }
        };
        std::jthread asks([&] { ask(1); });
        std::jthread waits([&] { ask(2); }); // for the question that is open
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        stop.request_stop();
        asks.join();
        waits.join();
        QCOMPARE(cancelled.load(), 2);
    }

    void testOneQuestionForACellThatSeveralAskFor()
    {
        std::atomic<int> questions = 0;
        const AskedBenchmark shared(space(), file("shared.csv"),
                                    [&](const SearchSpace&, const Question& question, std::stop_token) {
                                        ++questions;
                                        std::this_thread::sleep_for(std::chrono::milliseconds(20));
                                        return Answers{{question.cell, {70.0, none}}};
                                    });
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&] { (void)shared.label(9, {}); });
        }
        QCOMPARE(questions.load(), 1);
    }

    // Answers for other cells, in any order, are kept at once and not asked for; a label that is there stays.
    void testSeveralAnswersAtOnce()
    {
        const auto path = file("several.csv");
        std::vector<Question> questions;
        const AskedBenchmark asked(space(), path, [&](const SearchSpace&, const Question& question, std::stop_token) {
            questions.push_back(question);
            switch (questions.size()) {
            case 1:
                return Answers{{8, {80.0, 79.0}}, {700, {33.0, none}}}; // not yet the one that is waited for
            case 2:
                return Answers{{8, {81.0, 80.0}}, {7, {70.0, none}}, {7, {71.0, none}}};
            default:
                return Answers{{question.cell, {90.0, none}}};
            }
        });
        asked.expect(std::vector<CellIndex>{7, 8, 9});
        QCOMPARE(asked.label(7, {}).valid, 70.0);
        QCOMPARE(questions.size(), 2U);
        QCOMPARE(questions[0].next, (std::vector<CellIndex>{8, 9}));
        QCOMPARE(questions[1].next, (std::vector<CellIndex>{9}));
        QCOMPARE(Table::load(path)->rows(), 3U);
        QCOMPARE(asked.label(8, {}).valid, 80.0);
        QCOMPARE(asked.label(700, {}).valid, 33.0);
        QCOMPARE(questions.size(), 2U);
        QCOMPARE(asked.label(9, {}).valid, 90.0);
        QVERIFY(questions[2].next.empty());
    }
};

QTEST_GUILESS_MAIN(TestAskedBenchmark)
#include "tst_asked_benchmark.moc"
