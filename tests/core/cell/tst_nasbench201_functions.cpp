// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell/nasbench201.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace inverso;

namespace {

/// A function without a constant term: so that it is 0 where its input is, as a dead edge is.
struct Cubic
{
    explicit Cubic(Rng& rng)
        : a(rng.next())
        , b(rng.next())
        , c(rng.next())
    {
    }
    [[nodiscard]] std::uint64_t operator()(std::uint64_t x) const { return x * (c + x * (b + x * a)); }

    std::uint64_t a, b, c;
};

/// Runs cells on numbers (modulo 2⁶⁴) instead of images: a convolution is a random cubic polynomial of its
/// own, pooling the same function everywhere. Trained weights may end up on any edge, so what tells
/// functions apart is the multiset of outputs over all ways to deal six sets of weights to the six edges
/// (the sum of the outputs' hashes). It knows nothing of paths, dead edges or expressions, and is equal for
/// two different functions by chance only.
class Fingerprints
{
public:
    explicit Fingerprints(bool poolingIsLinear)
        : m_poolingIsLinear(poolingIsLinear)
    {
        Rng rng(2026);
        for (std::size_t i = 0; i < 6; ++i) {
            m_conv1.emplace_back(rng);
            m_conv3.emplace_back(rng);
        }
        m_pool.emplace_back(rng);
        m_input = rng.next() | 1U;
    }

    [[nodiscard]] std::uint64_t of(CellIndex cell) const
    {
        const auto operations = NasBench201::operations(cell);
        std::array<std::size_t, 6> deal{};
        std::iota(deal.begin(), deal.end(), std::size_t{0});
        std::uint64_t sum = 0;
        do {
            sum += hash(run(operations, deal));
        } while (std::ranges::next_permutation(deal).found);
        return sum;
    }

private:
    static std::uint64_t hash(std::uint64_t x)
    {
        x = (x ^ (x >> 32)) * 0xd6e8feb86659fd93ULL;
        x = (x ^ (x >> 32)) * 0xd6e8feb86659fd93ULL;
        return x ^ (x >> 32);
    }

    [[nodiscard]] std::uint64_t run(const NasBench201::Operations& operations,
                                    const std::array<std::size_t, 6>& deal) const
    {
        std::array<std::uint64_t, 4> nodes = {m_input, 0, 0, 0};
        std::size_t edge = 0;
        for (std::size_t node = 1; node < 4; ++node) {
            for (std::size_t source = 0; source < node; ++source, ++edge)
                nodes[node] += apply(operations[edge], nodes[source], deal[edge]);
        }
        return nodes[3];
    }

    [[nodiscard]] std::uint64_t apply(NasBench201::Operation operation, std::uint64_t x, std::size_t weights) const
    {
        switch (operation) {
        case NasBench201::None:
            return 0;
        case NasBench201::SkipConnect:
            return x;
        case NasBench201::Conv1x1:
            return m_conv1[weights](x);
        case NasBench201::Conv3x3:
            return m_conv3[weights](x);
        case NasBench201::AvgPool3x3:
            return m_poolingIsLinear ? m_pool.front().c * x : m_pool.front()(x);
        }
        return 0;
    }

    bool m_poolingIsLinear;
    std::vector<Cubic> m_conv1;
    std::vector<Cubic> m_conv3;
    std::vector<Cubic> m_pool;
    std::uint64_t m_input = 0;
};

} // namespace

class TestNasBench201Functions : public QObject
{
    Q_OBJECT

private slots:
    void testCounts()
    {
        QCOMPARE(searchSpace("nasbench201").functionalClassCount(), 5044U);
        QCOMPARE(NasBench201::fineFunctionalClassCount(), 5260U);
    }

    void testNumbersAreDense()
    {
        std::set<std::uint32_t> coarse;
        std::set<std::uint32_t> fine;
        std::map<std::uint32_t, std::uint32_t> coarseOfFine;
        for (CellIndex cell = 0; cell < 15625; ++cell) {
            const std::uint32_t number = searchSpace("nasbench201").functionalClass(cell);
            coarse.insert(number);
            fine.insert(NasBench201::fineFunctionalClass(cell));
            // A finer class lies inside one coarser class.
            QCOMPARE(coarseOfFine.try_emplace(NasBench201::fineFunctionalClass(cell), number).first->second, number);
        }
        QCOMPARE(coarse.size(), std::size_t{5044});
        QCOMPARE(*coarse.rbegin(), 5043U);
        QCOMPARE(fine.size(), std::size_t{5260});
        QCOMPARE(*fine.rbegin(), 5259U);
    }

    void testSameFunction_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        QTest::addColumn<bool>("sameFinely");
        QTest::newRow("skip contracted") << "|skip~0|+|none~0|none~1|+|none~0|conv3x3~1|none~2|"
                                         << "|none~0|+|none~0|none~1|+|conv3x3~0|none~1|none~2|" << true << true;
        QTest::newRow("inner nodes exchanged")
            << "|conv3x3~0|+|conv1x1~0|none~1|+|none~0|pool~1|conv3x3~2|"
            << "|conv1x1~0|+|conv3x3~0|none~1|+|none~0|conv3x3~1|pool~2|" << true << true;
        QTest::newRow("pool of a sum") << "|conv3x3~0|+|conv1x1~0|none~1|+|none~0|pool~1|pool~2|"
                                       << "|conv3x3~0|+|conv1x1~0|skip~1|+|none~0|none~1|pool~2|" << true << false;
        QTest::newRow("one convolution twice, two convolutions")
            << "|conv3x3~0|+|none~0|conv3x3~1|+|none~0|skip~1|skip~2|"
            << "|conv3x3~0|+|conv3x3~0|none~1|+|none~0|skip~1|conv3x3~2|" << false << false;
        QTest::newRow("identity once, twice") << "|skip~0|+|none~0|none~1|+|skip~0|skip~1|none~2|"
                                              << "|none~0|+|none~0|none~1|+|skip~0|none~1|none~2|" << false << false;
        QTest::newRow("kinds of convolution") << "|none~0|+|none~0|none~1|+|conv3x3~0|none~1|none~2|"
                                              << "|none~0|+|none~0|none~1|+|conv1x1~0|none~1|none~2|" << false << false;
        QTest::newRow("pool before, behind a convolution")
            << "|pool~0|+|none~0|none~1|+|none~0|conv3x3~1|none~2|"
            << "|conv3x3~0|+|none~0|none~1|+|none~0|pool~1|none~2|" << false << false;
    }

    void testSameFunction()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, same);
        QFETCH(bool, sameFinely);
        const SearchSpace& space = searchSpace("nasbench201");
        const CellIndex left = space.parse(a.toStdString());
        const CellIndex right = space.parse(b.toStdString());
        QCOMPARE(space.functionalClass(left) == space.functionalClass(right), same);
        QCOMPARE(NasBench201::fineFunctionalClass(left) == NasBench201::fineFunctionalClass(right), sameFinely);
    }

    void testAgainstFingerprints_data()
    {
        QTest::addColumn<bool>("poolingIsLinear");
        QTest::newRow("pooling linear") << true;
        QTest::newRow("pooling any function") << false;
    }

    void testAgainstFingerprints()
    {
        QFETCH(bool, poolingIsLinear);
        const Fingerprints fingerprints(poolingIsLinear);
        const SearchSpace& space = searchSpace("nasbench201");
        std::map<std::uint64_t, std::uint32_t> classOfFingerprint;
        std::map<std::uint32_t, std::uint64_t> fingerprintOfClass;
        int constant = 0;
        for (CellIndex cell = 0; cell < space.size(); ++cell) {
            const std::uint32_t number =
                poolingIsLinear ? space.functionalClass(cell) : NasBench201::fineFunctionalClass(cell);
            const std::uint64_t fingerprint = fingerprints.of(cell);
            constant += fingerprint == 0 ? 1 : 0; // the hash of 0 is 0
            QCOMPARE(classOfFingerprint.try_emplace(fingerprint, number).first->second, number);
            QCOMPARE(fingerprintOfClass.try_emplace(number, fingerprint).first->second, fingerprint);
        }
        QCOMPARE(classOfFingerprint.size(), poolingIsLinear ? std::size_t{5044} : std::size_t{5260});
        QCOMPARE(constant, 341);
    }
};

QTEST_APPLESS_MAIN(TestNasBench201Functions)
#include "tst_nasbench201_functions.moc"
