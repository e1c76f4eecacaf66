// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/made_once.h"

#include <QtTest>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace inverso;

class TestMadeOnce : public QObject
{
    Q_OBJECT

private slots:
    void testManyAskOneMakes()
    {
        MadeOnce<int> things;
        std::atomic<int> made = 0;
        std::atomic<int> sum = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&] {
                    sum += things.get("a",
                                      [&] {
                                          std::this_thread::sleep_for(std::chrono::milliseconds(50));
                                          return ++made;
                                      },
                                      {});
                });
            }
        }
        QCOMPARE(made.load(), 1);
        QCOMPARE(sum.load(), 4);
        const auto two = [] { return 2; };
        QCOMPARE(things.get("b", two, {}), 2);
        QCOMPARE(things.get("a", two, {}), 1);
    }

    void testWhatFailsIsTriedAgain()
    {
        MadeOnce<int> things;
        const std::function<int()> fail = []() -> int { throw std::runtime_error("no"); };
        bool thrown = false;
        try {
            things.get("a", fail, {});
        } catch (const std::runtime_error&) {
            thrown = true;
        }
        QVERIFY(thrown);
        const std::function<int()> three = [] { return 3; };
        QCOMPARE(things.get("a", three, {}), 3);
    }

    void testWaitingEndsWithTheStop()
    {
        MadeOnce<int> things;
        QCOMPARE(things.get("known", [] { return 3; }, {}), 3);
        std::atomic<bool> making = false;
        std::atomic<bool> release = false;
        const std::jthread maker([&] {
            things.get("a",
                       [&] {
                           making = true;
                           while (!release)
                               std::this_thread::yield();
                           return 1;
                       },
                       {});
        });
        while (!making)
            std::this_thread::yield();
        std::stop_source source;
        source.request_stop();
        bool cancelled = false;
        try {
            things.get(
                "b", [] { return 2; }, source.get_token());
        } catch (const Cancelled&) {
            cancelled = true;
        }
        const int known = things.get("known", [] { return 4; }, {}); // does not wait
        release = true;
        QVERIFY(cancelled);
        QCOMPARE(known, 3);
    }
};

QTEST_APPLESS_MAIN(TestMadeOnce)
#include "tst_made_once.moc"
