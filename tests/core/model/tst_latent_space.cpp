// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/model/latent_codes.h"
#include "core/model/latent_space.h"
#include "core/model/safetensors.h"
#include "core/model/weights.h"
#include "tests/core/base/error_text.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <numeric>
#include <set>

using namespace inverso;

/// The weights that are shipped, on the whole space.
class TestLatentSpace : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const LatentSpace> m_latents;

private slots:
    void initTestCase() { m_latents = LatentSpace::load(findWeights("nasbench201", "default")); }

    void testEveryCellIsDecodedFromItsMean()
    {
        const auto decoded = m_latents->decode(m_latents->means());
        std::size_t exact = 0;
        for (CellIndex cell = 0; cell < decoded.size(); ++cell)
            exact += decoded[cell] == cell;
        QVERIFY2(exact >= 15610, qPrintable(QString::number(exact))); // 99.9 % of 15,625
    }

    /// A large space is encoded as it is asked for.
    void testCellsOfNasbench101AreDecodedFromTheirMeans()
    {
        const auto latents = LatentSpace::load(findWeights("nasbench101", "default"));
        const auto cells = Rng(5).sample(latents->space().size(), 2000);
        const Matrix means = latents->means(cells);
        QCOMPARE(means.columns, latents->dimension());
        const auto decoded = latents->decode(means);
        std::size_t exact = 0;
        for (std::size_t i = 0; i < cells.size(); ++i)
            exact += decoded[i] == cells[i];
        QVERIFY2(exact >= 1998, qPrintable(QString::number(exact)));

        const LatentCodes codes(latents, {});
        QCOMPARE(codes.sample().rows, std::size_t(16384));
        const auto back = codes.decode(codes.codes(cells));
        QVERIFY(std::ranges::count(back, std::optional<CellIndex>()) <= 2);
    }

    void testPrincipalMapHasOrthogonalAxesOfFallingSpread()
    {
        const Matrix map = m_latents->principalMap();
        QCOMPARE(map.rows, std::size_t(15625));
        double xx = 0.0;
        double yy = 0.0;
        double xy = 0.0;
        for (std::size_t i = 0; i < map.rows; ++i) {
            xx += map(i, 0) * map(i, 0);
            yy += map(i, 1) * map(i, 1);
            xy += map(i, 0) * map(i, 1);
        }
        QVERIFY(xx > yy);
        QVERIFY(std::abs(xy) < 1e-3 * xx);
    }

    void testCodesAreAnInvertibleMapOfTheMeans_data()
    {
        QTest::addColumn<bool>("whiten");
        QTest::addColumn<bool>("shaped");
        QTest::newRow("shaped") << true << true;
        QTest::newRow("white") << true << false;
        QTest::newRow("centred") << false << false;
    }

    void testCodesAreAnInvertibleMapOfTheMeans()
    {
        QFETCH(bool, whiten);
        QFETCH(bool, shaped);
        CodeSettings settings;
        settings.whiten = whiten;
        settings.shaped = shaped;
        const LatentCodes codes(m_latents, settings);
        const Matrix back = codes.toLatents(codes.sample());
        double largest = 0.0;
        for (std::size_t i = 0; i < back.values.size(); ++i)
            largest = std::max(largest, static_cast<double>(std::abs(back.values[i] - m_latents->means().values[i])));
        QVERIFY2(largest < 2e-3, qPrintable(QString::number(largest)));
    }

    void testShapedAxesCarryTheDescriptors()
    {
        // The first axis follows what a cell computes: cells of one functional class agree on it far better
        // than cells of different ones.
        const LatentCodes codes(m_latents, {});
        const SearchSpace& space = m_latents->space();
        std::vector<double> sum(space.functionalClassCount());
        std::vector<double> count(space.functionalClassCount());
        double total = 0.0;
        double squares = 0.0;
        for (CellIndex cell = 0; cell < space.size(); ++cell) {
            const double value = codes.sample()(cell, 0);
            sum[space.functionalClass(cell)] += value;
            count[space.functionalClass(cell)] += 1;
            total += value;
            squares += value * value;
        }
        const double n = space.size();
        double within = squares;
        for (std::size_t i = 0; i < sum.size(); ++i)
            within -= sum[i] * sum[i] / std::max(1.0, count[i]);
        QVERIFY(within < 0.1 * (squares - total * total / n));
    }

    void testWrongWeightsAreRefused()
    {
        QTemporaryDir folder;
        const auto path = std::filesystem::path(folder.path().toStdString()) / "w.safetensors";
        SafeTensors stored = SafeTensors::read(findWeights("nasbench201", "default"));
        stored.metadata["format"] = "inverso-gvae-9";
        stored.write(path);
        COMPARE_CONTAINS(errorText([&] { (void)LatentSpace::load(path); }), "inverso-gvae-9");
        stored.metadata.erase("format");
        stored.write(path);
        COMPARE_CONTAINS(errorText([&] { (void)LatentSpace::load(path); }), "no GVAE");
        COMPARE_CONTAINS(errorText([&] { (void)findWeights("nasbench201", "none"); }), "./dev weights");
    }
};

QTEST_GUILESS_MAIN(TestLatentSpace)
#include "tst_latent_space.moc"
