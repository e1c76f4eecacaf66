// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/mlp.h"
#include "tests/core/model/numeric_gradient.h"

#include <QtTest>

using namespace inverso;

class TestMlp : public QObject
{
    Q_OBJECT

private slots:
    void testForwardByHand()
    {
        Mlp network({.inputs = 2, .hiddenLayers = 1, .hiddenWidth = 2}, Rng(1));
        // Hidden: relu(x0 + 2·x1 + 0.5), relu(−x0 + x1 − 1); output: 3·h0 + 4·h1 + 0.25.
        const std::vector<float> parameters = {1.0F, -1.0F, 2.0F, 1.0F, 0.5F, -1.0F, 3.0F, 4.0F, 0.25F};
        QCOMPARE(network.parameters().size(), parameters.size());
        std::ranges::copy(parameters, network.parameters().begin());
        Matrix x(2, 2);
        x.values = {1.0F, 2.0F, -4.0F, 0.5F};
        const std::vector<float> outputs = network.forward(x);
        QCOMPARE(outputs[0], 3.0F * 5.5F + 0.25F); // the second unit is cut at 1·(−1) + 2 − 1 = 0
        QCOMPARE(outputs[1], 4.0F * 3.5F + 0.25F); // the first at −4 + 1 + 0.5
    }

    void testGradient_data()
    {
        QTest::addColumn<bool>("tanh");
        QTest::newRow("ReLU") << false;
        QTest::newRow("tanh") << true;
    }
    void testGradient()
    {
        QFETCH(bool, tanh);
        const auto activation = tanh ? Mlp::Activation::Tanh : Mlp::Activation::Relu;
        Mlp network({.inputs = 5, .hiddenLayers = 3, .hiddenWidth = 6, .activation = activation}, Rng(2));
        compareParameterGradients(network, randomMatrix(4, 5, Rng(3)));
    }

    void testGradientsAddUp()
    {
        Mlp network({.inputs = 3, .hiddenLayers = 2, .hiddenWidth = 4}, Rng(4));
        Mlp::Tape tape;
        (void)network.forward(randomMatrix(2, 3, Rng(5)), &tape);
        const std::vector<float> weights = {1.0F, -2.0F};
        network.addGradient(tape, weights);
        const std::vector<float> once(network.gradient().begin(), network.gradient().end());
        network.addGradient(tape, weights);
        for (std::size_t i = 0; i < once.size(); ++i)
            QVERIFY(std::abs(network.gradient()[i] - 2.0F * once[i]) < 1e-5F);
        network.clearGradient();
        QVERIFY(std::ranges::all_of(network.gradient(), [](float value) { return value == 0.0F; }));
    }
};

QTEST_APPLESS_MAIN(TestMlp)
#include "tst_mlp.moc"
