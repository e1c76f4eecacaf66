// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/once_cache.h"

#include <QtTest>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace inverso;

class TestOnceCache : public QObject
{
    Q_OBJECT

private slots:
    void testManyAskOneMakes()
    {
        OnceCache<int> things;
        std::atomic<int> made = 0;
        std::atomic<int> sum = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&] {
                    sum += *things.get("a",
                                       [&] {
                                           std::this_thread::sleep_for(std::chrono::milliseconds(50));
                                           return std::make_shared<const int>(++made);
                                       },
                                       {});
                });
            }
        }
        QCOMPARE(made.load(), 1);
        QCOMPARE(sum.load(), 4);
        QCOMPARE(*things.get("b", make(2), {}), 2);
        QCOMPARE(*things.get("a", make(2), {}), 1);
    }

    void testWhatFailsIsTriedAgain()
    {
        OnceCache<int> things;
        const auto fail = []() -> Shared { throw std::runtime_error("no"); };
        bool thrown = false;
        try {
            things.get("a", fail, {});
        } catch (const std::runtime_error&) {
            thrown = true;
        }
        QVERIFY(thrown);
        QCOMPARE(*things.get("a", make(3), {}), 3);
    }

    void testWaitingEndsWithTheStop()
    {
        OnceCache<int> things;
        QCOMPARE(*things.get("known", make(3), {}), 3);
        std::atomic<bool> making = false;
        std::atomic<bool> release = false;
        const std::jthread maker([&] {
            things.get("a",
                       [&] {
                           making = true;
                           while (!release)
                               std::this_thread::yield();
                           return std::make_shared<const int>(1);
                       },
                       {});
        });
        while (!making)
            std::this_thread::yield();
        std::stop_source source;
        source.request_stop();
        bool cancelled = false;
        try {
            things.get("a", make(2), source.get_token());
        } catch (const Cancelled&) {
            cancelled = true;
        }
        const Shared known = things.get("known", make(4), {}); // does not wait
        const Shared other = things.get("b", make(5), {});     // neither does another name
        release = true;
        QVERIFY(cancelled);
        QCOMPARE(*known, 3);
        QCOMPARE(*other, 5);
    }

    void testUnusedObjectsGo()
    {
        OnceCache<int> things(Keep::WhileUsed);
        const Shared used = things.get("a", make(1), {});
        QCOMPARE(things.get("a", make(2), {}), used);
        const std::weak_ptr<const int> unused = things.get("b", make(3), {});
        QVERIFY(unused.expired());
        QCOMPARE(*things.get("b", make(4), {}), 4);
    }

private:
    using Shared = OnceCache<int>::Shared;
    static std::function<Shared()> make(int value)
    {
        return [value] { return std::make_shared<const int>(value); };
    }
};

QTEST_APPLESS_MAIN(TestOnceCache)
#include "tst_once_cache.moc"
