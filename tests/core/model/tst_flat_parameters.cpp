// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/flat_parameters.h" // before Qt, whose keywords LibTorch uses as names

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace inverso;

class TestFlatParameters : public QObject
{
    Q_OBJECT

private slots:
    void init() { torch::manual_seed(0); }

    void testFlatParametersAreTheModules()
    {
        torch::nn::Linear linear(3, 2);
        const torch::Tensor x = torch::randn({5, 3});
        const torch::Tensor before = linear(x).detach();
        FlatParameters flat(*linear);
        QCOMPARE(flat.values().size(), 8UL);
        QVERIFY(torch::equal(linear(x), before));

        linear(x).sum().backward();
        const torch::Tensor sums = x.sum(0);
        for (std::size_t i = 0; i < 6; ++i)
            QVERIFY(std::abs(flat.gradient()[i] - sums[static_cast<int>(i % 3)].item<float>()) < 1e-5F);
        QCOMPARE(flat.gradient()[7], 5.0F); // the bias of each output
        linear(x).sum().backward();
        QCOMPARE(flat.gradient()[7], 10.0F);
        flat.clearGradient();
        QCOMPARE(flat.gradient()[7], 0.0F);

        std::ranges::fill(flat.values(), 0.5F);
        QVERIFY(torch::allclose(linear(x), 0.5 * x.sum(1, true).repeat({1, 2}) + 0.5));
    }

    void testSharedValuesAreOneAndGradientsAreTwo()
    {
        torch::nn::Linear one(2, 1);
        torch::nn::Linear other(2, 1);
        FlatParameters first(*one);
        FlatParameters second(*other);
        second.shareValues(first);
        const torch::Tensor x = torch::ones({1, 2});
        std::ranges::fill(first.values(), 2.0F);
        QCOMPARE(other(x).item<float>(), 6.0F);
        other(x).sum().backward();
        QCOMPARE(second.gradient()[2], 1.0F);
        QCOMPARE(first.gradient()[2], 0.0F);
    }
};

QTEST_APPLESS_MAIN(TestFlatParameters)
#include "tst_flat_parameters.moc"
