// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of small maps against LibTorch's own operators, values and gradients.
#include "core/live/small_layers.h" // before Qt, whose keywords it uses as names
#include "tests/core/tensor_difference.h"

#include <QtTest>

using namespace inverso;

namespace {

torch::Tensor randomMaps(int images, int channels, int height, int width)
{
    return torch::randn({images, channels, height, width})
        .contiguous(torch::MemoryFormat::ChannelsLast)
        .requires_grad_(true);
}

constexpr double tolerance = 1e-5;

} // namespace

class TestSmallLayers : public QObject
{
    Q_OBJECT

private slots:
    void init() { torch::manual_seed(0); }

    void testRectifiedConvolution_data()
    {
        QTest::addColumn<int>("inputs");
        QTest::addColumn<int>("outputs");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("kernel");
        QTest::newRow("first stage, 3x3") << 8 << 8 << 7 << 7 << 3;
        QTest::newRow("two together") << 8 << 16 << 7 << 7 << 3;
        QTest::newRow("three together, 1x1") << 8 << 24 << 7 << 7 << 1;
        QTest::newRow("second stage") << 16 << 16 << 4 << 4 << 3;
        QTest::newRow("rows of other lengths") << 8 << 8 << 5 << 14 << 3;
        QTest::newRow("one point") << 16 << 8 << 1 << 1 << 3;
    }

    void testRectifiedConvolution()
    {
        QFETCH(int, inputs);
        QFETCH(int, outputs);
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(int, kernel);
        const torch::Tensor x = randomMaps(12, inputs, height, width);
        const torch::Tensor weight = (0.1 * torch::randn({kernel, kernel, inputs, outputs})).requires_grad_(true);
        const torch::Tensor scale = (torch::rand({outputs}) + 0.5).requires_grad_(true);
        const torch::Tensor shift = torch::randn({outputs}).requires_grad_(true);
        const RunningMoments running{torch::zeros({outputs}), torch::ones({outputs})};
        const torch::Tensor mean = torch::zeros({outputs});
        const torch::Tensor variance = torch::ones({outputs});
        const auto expected = [&](bool training) {
            const torch::Tensor made =
                at::conv2d(torch::relu(x), weight.permute({3, 2, 0, 1}).contiguous(), {}, 1, kernel / 2);
            return at::batch_norm(made, scale, shift, mean, variance, training, 0.1, 1e-5, false);
        };
        const torch::Tensor ours = rectifiedConvolution(x, weight, scale, shift, running, true);
        const torch::Tensor theirs = expected(true);
        QVERIFY(difference(ours, theirs) < tolerance);
        QVERIFY(difference(running.mean, mean) < tolerance);
        QVERIFY(difference(running.variance, variance) < tolerance);
        const torch::Tensor slope = torch::randn_like(ours);
        const auto mine = torch::autograd::grad({ours}, {x, weight, scale, shift}, {slope});
        const auto reference = torch::autograd::grad({theirs}, {x, weight, scale, shift}, {slope});
        for (std::size_t i = 0; i < mine.size(); ++i)
            QVERIFY2(difference(mine[i], reference[i]) < 1e-4, qPrintable(QString::number(i)));
        QVERIFY(difference(rectifiedConvolution(x, weight, scale, shift, running, false), expected(false)) < tolerance);
    }

    void testAveragePool_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::newRow("7x7") << 7 << 7;
        QTest::newRow("4x4") << 4 << 4;
        QTest::newRow("2x9") << 2 << 9;
        QTest::newRow("one point") << 1 << 1;
    }

    void testAveragePool()
    {
        QFETCH(int, height);
        QFETCH(int, width);
        const torch::Tensor x = randomMaps(5, 16, height, width);
        const torch::Tensor ours = smallAveragePool(x);
        const torch::Tensor theirs = at::avg_pool2d(x, 3, 1, 1, false, false);
        QVERIFY(difference(ours, theirs) < tolerance);
        const torch::Tensor slope = torch::randn_like(ours);
        QVERIFY(
            difference(torch::autograd::grad({ours}, {x}, {slope})[0], torch::autograd::grad({theirs}, {x}, {slope})[0])
            < tolerance);
    }

    // A broken training must be noticed, so ReLU must not turn NaN into 0.
    void testNanStays()
    {
        torch::Tensor x = torch::zeros({1, 8, 3, 3}).contiguous(torch::MemoryFormat::ChannelsLast);
        x.index_put_({0, 0, 1, 1}, std::nanf(""));
        const RunningMoments running{torch::zeros({8}), torch::ones({8})};
        const torch::Tensor y =
            rectifiedConvolution(x, torch::ones({1, 1, 8, 8}), torch::ones({8}), torch::zeros({8}), running, true);
        QVERIFY(y.isnan().any().item<bool>());
    }
};

QTEST_APPLESS_MAIN(TestSmallLayers)
#include "tst_small_layers.moc"
