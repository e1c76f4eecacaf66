// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/convex_net.h"
#include "tests/core/model/numeric_gradient.h"

#include <QtTest>

using namespace inverso;

namespace {

const ConvexNet::Settings small{.inputs = 4, .hiddenLayers = 3, .hiddenWidth = 6};

/// The network after steps that know nothing of the constraint.
ConvexNet shaken(std::uint64_t seed)
{
    ConvexNet network(small, Rng(seed));
    Rng rng(seed + 100);
    for (float& parameter : network.parameters())
        parameter += static_cast<float>(0.4 * rng.normal());
    return network;
}

/// How far the middle of two points lies above the line between their outputs, at most, over many pairs.
float worstBump(const ConvexNet& network)
{
    const Matrix a = randomMatrix(500, small.inputs, Rng(5));
    const Matrix b = randomMatrix(500, small.inputs, Rng(6));
    Matrix middle = a;
    for (std::size_t i = 0; i < a.values.size(); ++i)
        middle.values[i] = 0.5F * (a.values[i] + b.values[i]);
    const auto atA = network.forward(a);
    const auto atB = network.forward(b);
    const auto between = network.forward(middle);
    float worst = -1e9F;
    for (std::size_t i = 0; i < between.size(); ++i)
        worst = std::max(worst, between[i] - 0.5F * (atA[i] + atB[i]));
    return worst;
}

} // namespace

class TestConvexNet : public QObject
{
    Q_OBJECT

private slots:
    void testConvex()
    {
        QVERIFY(worstBump(ConvexNet(small, Rng(1))) < 1e-5F);
        ConvexNet network = shaken(2);
        QVERIFY(worstBump(network) > 1e-2F); // the constraint is what makes it convex
        network.constrain();
        QVERIFY(worstBump(network) < 1e-5F);
    }

    void testGradient()
    {
        ConvexNet network(small, Rng(12));
        compareParameterGradients(network, randomMatrix(4, small.inputs, Rng(13)));
    }

    void testInputGradient()
    {
        const ConvexNet network(small, Rng(4));
        Matrix x = randomMatrix(10, small.inputs, Rng(5));
        const Matrix gradient = network.inputGradient(x);
        QCOMPARE(gradient.rows, x.rows);
        compareGradients(gradient.values, x.values, 1, [&] {
            double sum = 0.0;
            for (const float output : network.forward(x))
                sum += output;
            return sum;
        });
    }
};

QTEST_APPLESS_MAIN(TestConvexNet)
#include "tst_convex_net.moc"
