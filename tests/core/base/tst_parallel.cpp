// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/base/thread_limit.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <barrier>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace inverso;

class TestParallel : public QObject
{
    Q_OBJECT

private slots:
    void testEveryTaskOnce_data()
    {
        QTest::addColumn<int>("threads");
        for (const int threads : {0, 1, 2, 7})
            QTest::addRow("%d threads", threads) << threads;
    }

    void testEveryTaskOnce()
    {
        QFETCH(int, threads);
        std::vector<int> calls(100, 0);
        parallelFor(threads, calls.size(), [&](std::size_t i) { ++calls[i]; });
        QCOMPARE(calls, std::vector<int>(100, 1));
    }

    void testEveryLinkOnceAndInOrder_data() { testEveryTaskOnce_data(); }

    void testEveryLinkOnceAndInOrder()
    {
        QFETCH(int, threads);
        std::vector<std::vector<std::size_t>> links(5);
        std::vector<std::size_t> told;
        const auto caller = std::this_thread::get_id();
        parallelChains(
            threads, links.size(), 20, [&](std::size_t chain, std::size_t link) { links[chain].push_back(link); },
            [&](std::size_t done) {
                QCOMPARE(std::this_thread::get_id(), caller);
                told.push_back(done);
            });
        std::vector<std::size_t> all(20);
        std::iota(all.begin(), all.end(), std::size_t{0});
        for (const auto& chain : links)
            QCOMPARE(chain, all);
        std::iota(all.begin(), all.end(), std::size_t{1});
        QCOMPARE(told, all);
    }

    void testAllAreReachedBeforeItIsTold()
    {
        std::vector<std::atomic<std::size_t>> done(5);
        parallelChains(
            2, done.size(), 50, [&](std::size_t chain, std::size_t) { ++done[chain]; },
            [&](std::size_t reached) {
                for (const auto& chain : done)
                    QVERIFY(chain >= reached);
            });
    }

    void testTheOneLeastFarGoesOn()
    {
        // One thread: no chain is ever ahead of another by more than a link.
        std::vector<std::size_t> done(5, 0);
        parallelChains(
            1, done.size(), 30,
            [&](std::size_t chain, std::size_t) {
                ++done[chain];
                const auto [least, most] = std::ranges::minmax_element(done);
                QVERIFY(*most - *least <= 1);
            },
            [](std::size_t) {});
        QCOMPARE(done, std::vector<std::size_t>(5, 30));
    }

    void testNothingToDo()
    {
        int calls = 0;
        const auto count = [&](auto...) { ++calls; };
        parallelFor(2, 0, count);
        parallelChains(2, 0, 10, count, count);
        parallelChains(2, 10, 0, count, count);
        // Without chains nothing holds back what is told.
        QCOMPARE(calls, 10);
    }

    void testFailureOfALinkEndsTheWork_data() { failures(); }

    void testFailureOfALinkEndsTheWork()
    {
        QFETCH(int, threads);
        std::atomic<int> calls = 0;
        std::size_t told = 0;
        const auto run = [&] {
            parallelChains(
                threads, 3, 1000,
                [&](std::size_t chain, std::size_t link) {
                    ++calls;
                    if (chain == 1 && link == 5)
                        throw std::runtime_error("broken");
                    QTest::qSleep(1);
                },
                [&](std::size_t done) { told = done; });
        };
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, run());
        QVERIFY(told <= 5);
        if (threads == 1)
            QCOMPARE(calls.load(), 3 * 5 + 2);
        QVERIFY2(calls < 1000, "the other two chains have 2000 links");
    }

    void testFailureOfTheReportEndsTheWork_data() { failures(); }

    void testFailureOfTheReportEndsTheWork()
    {
        QFETCH(int, threads);
        std::atomic<int> calls = 0;
        const auto run = [&] {
            parallelChains(
                threads, 3, 1000,
                [&](std::size_t, std::size_t) {
                    ++calls;
                    QTest::qSleep(1);
                },
                [](std::size_t done) {
                    if (done == 7)
                        throw std::runtime_error("enough");
                });
        };
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, run());
        if (threads == 1)
            QCOMPARE(calls.load(), 3 * 7);
        QVERIFY(calls < 1000);
    }

    void testThreadLimit()
    {
        QCOMPARE(mostThreads(4), std::size_t{4});
        const ThreadLimit limit(2);
        QCOMPARE(mostThreads(0), std::size_t{2});
        QCOMPARE(mostThreads(4), std::size_t{2});
        QCOMPARE(mostThreads(1), std::size_t{1});
        {
            const ThreadLimit wider(8);
            QCOMPARE(mostThreads(0), std::size_t{2});
            const ThreadLimit none(0);
            QCOMPARE(mostThreads(0), std::size_t{2});
            const ThreadLimit narrower(1);
            QCOMPARE(mostThreads(0), std::size_t{1});
        }
        QCOMPARE(mostThreads(0), std::size_t{2});
    }

    // Loops in the tasks of a loop share its threads.
    void testNestedLoopsShareTheLimit()
    {
        const ThreadLimit limit(6);
        std::array<std::size_t, 2> inner = {};
        parallelFor(0, 2, [&](std::size_t i) { inner[i] = mostThreads(0); });
        QCOMPARE(inner[0], std::size_t{3});
        QCOMPARE(inner[1], std::size_t{3});
        parallelChains(
            0, 6, 1, [](std::size_t, std::size_t) { QCOMPARE(mostThreads(0), std::size_t{1}); }, [](std::size_t) {});
    }

private:
    /// Different threads that work on a loop. A task waits for the others, so that none can do two.
    static std::size_t mostThreads(int threads)
    {
        const auto expected = static_cast<std::size_t>(ThreadLimit::allowed(threads));
        std::barrier together(static_cast<std::ptrdiff_t>(expected));
        std::mutex mutex;
        std::set<std::thread::id> ids;
        parallelFor(threads, expected, [&](std::size_t) {
            together.arrive_and_wait();
            const std::scoped_lock lock(mutex);
            ids.insert(std::this_thread::get_id());
        });
        std::atomic<int> inside = 0; // and no more of them with more tasks
        std::atomic<std::size_t> most = 0;
        parallelFor(threads, 20 * expected, [&](std::size_t) {
            const auto now = static_cast<std::size_t>(++inside);
            std::size_t before = most;
            while (before < now && !most.compare_exchange_weak(before, now)) { }
            --inside;
        });
        return most <= ids.size() ? ids.size() : most.load();
    }

    static void failures()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("one thread") << 1;
        QTest::newRow("two threads") << 2;
    }
};

QTEST_APPLESS_MAIN(TestParallel)
#include "tst_parallel.moc"
