// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/optim/mini_batches.h"

#include <QtTest>

using namespace inverso;

class TestMiniBatches : public QObject
{
    Q_OBJECT

private slots:
    void testEachRowOnceInAnotherOrder()
    {
        Matrix data(10, 2);
        std::iota(data.values.begin(), data.values.end(), 0.0F);
        MiniBatches batches(data, 4);
        Rng rng(1);
        std::vector<std::vector<std::size_t>> orders(2);
        for (auto& order : orders) {
            std::vector<std::size_t> sizes;
            batches.epoch(rng, [&](const Matrix& batch, std::span<const std::size_t> rows) {
                sizes.push_back(batch.rows);
                QCOMPARE(batch.rows, rows.size());
                for (std::size_t i = 0; i < rows.size(); ++i) {
                    QVERIFY(std::ranges::equal(batch.row(i), std::as_const(data).row(rows[i])));
                    order.push_back(rows[i]);
                }
            });
            QCOMPARE(sizes, (std::vector<std::size_t>{4, 4, 2}));
        }
        QVERIFY(orders[0] != orders[1]);
        for (auto& order : orders) {
            std::ranges::sort(order);
            for (std::size_t i = 0; i < order.size(); ++i)
                QCOMPARE(order[i], i);
        }
    }
};

QTEST_APPLESS_MAIN(TestMiniBatches)
#include "tst_mini_batches.moc"
