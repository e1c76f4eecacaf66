// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/model/runtime.h"
#include "core/training/arch2vec.h"

#include <QtTest>

#include <cmath>
#include <numeric>
#include <set>

using namespace inverso;

namespace {

const Arch2vecSettings quick{.hidden = 32, .steps = 150, .batch = 32};

std::vector<CellIndex> all(const SearchSpace& space)
{
    std::vector<CellIndex> cells(space.size());
    std::iota(cells.begin(), cells.end(), CellIndex{0});
    return cells;
}

double distance(const Matrix& embeddings, CellIndex a, CellIndex b)
{
    double sum = 0.0;
    for (std::size_t j = 0; j < embeddings.columns; ++j)
        sum += std::pow(embeddings(a, j) - embeddings(b, j), 2);
    return std::sqrt(sum);
}

} // namespace

class TestArch2vec : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setThreads(1); }

    void testOneForEachCell()
    {
        const SearchSpace& space = searchSpace("nasbench201");
        const Matrix embeddings = Arch2vec(space, quick, {}).embed(all(space), {});
        QCOMPARE(embeddings.rows, std::size_t{space.size()});
        QCOMPARE(embeddings.columns, std::size_t{16});
        QVERIFY(std::ranges::all_of(embeddings.values, [](float value) { return std::isfinite(value); }));
        std::set<std::vector<float>> distinct;
        for (CellIndex cell = 0; cell < space.size(); ++cell)
            distinct.insert({embeddings.row(cell).begin(), embeddings.row(cell).end()});
        QVERIFY2(distinct.size() > space.size() / 2, qPrintable(QString::number(distinct.size())));
        // Cells that differ in one operation lie nearer than any two.
        Rng rng(1);
        double near = 0.0;
        double any = 0.0;
        for (int i = 0; i < 300; ++i) {
            const auto cell = static_cast<CellIndex>(rng.below(space.size()));
            const auto neighbours = space.neighbours(cell);
            near += distance(embeddings, cell, neighbours[rng.below(neighbours.size())]);
            any += distance(embeddings, cell, static_cast<CellIndex>(rng.below(space.size())));
        }
        QVERIFY2(near < 0.7 * any, qPrintable(QString::number(near / any)));
    }

    void testTheSameEachTime()
    {
        const SearchSpace& space = searchSpace("nasbench201");
        Arch2vecSettings few = quick;
        few.steps = 5;
        const auto cells = all(space);
        const Matrix embeddings = Arch2vec(space, few, {}).embed(cells, {});
        QCOMPARE(embeddings.values, Arch2vec(space, few, {}).embed(cells, {}).values);
        const std::vector<CellIndex> two = {7, 15000};
        const Matrix some = Arch2vec(space, few, {}).embed(two, {});
        QVERIFY(distance(some, 0, 1) > 0.0);
        QVERIFY(std::abs(distance(some, 0, 1) - distance(embeddings, 7, 15000)) < 1e-5);
    }

    void testStop()
    {
        std::stop_source source;
        source.request_stop();
        const SearchSpace& space = searchSpace("nasbench201");
        QVERIFY_EXCEPTION_THROWN(Arch2vec(space, quick, source.get_token()), Cancelled);
        Arch2vecSettings untrained = quick;
        untrained.steps = 0;
        const Arch2vec encoder(space, untrained, {});
        QVERIFY_EXCEPTION_THROWN((void)encoder.embed(all(space), source.get_token()), Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestArch2vec)
#include "tst_arch2vec.moc"
