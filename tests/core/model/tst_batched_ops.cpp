// SPDX-License-Identifier: GPL-3.0-or-later
// Products and attention of many small matrices against LibTorch's own operators, values and gradients.
#include "core/model/batched_ops.h" // before Qt, whose keywords LibTorch uses as names
#include "tests/core/tensor_difference.h"

#include <QtTest>

#include <cmath>

using namespace inverso;

namespace {

constexpr double tolerance = 1e-5;

/// The gradients that `output` gives to `inputs`, for a gradient of its own that is the same each time.
std::vector<torch::Tensor> gradients(const torch::Tensor& output, const std::vector<torch::Tensor>& inputs)
{
    torch::manual_seed(7);
    return torch::autograd::grad({output}, inputs, {torch::randn(output.sizes())});
}

torch::Tensor attentionOfTorch(const torch::Tensor& queryKeyValue, std::int64_t vertices, int heads, int keySize)
{
    const auto parts = queryKeyValue.reshape({-1, vertices, 3, heads, keySize}).permute({2, 0, 3, 1, 4});
    const auto scores = torch::matmul(parts[0], parts[1].transpose(2, 3)) / std::sqrt(static_cast<double>(keySize));
    return torch::matmul(torch::softmax(scores, -1), parts[2]).transpose(1, 2).reshape({-1, heads * keySize});
}

} // namespace

class TestBatchedOps : public QObject
{
    Q_OBJECT

private slots:
    void init() { torch::manual_seed(0); }

    void testBatchedProduct_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("m");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("k");
        QTest::newRow("neighbours of 64 cells") << 64 << 8 << 128 << 8;
        QTest::newRow("pairs of vertices") << 5 << 7 << 7 << 32;
        QTest::newRow("odd sizes") << 3 << 3 << 5 << 9;
        QTest::newRow("numbers") << 4 << 1 << 1 << 1;
    }
    void testBatchedProduct()
    {
        QFETCH(int, count);
        QFETCH(int, m);
        QFETCH(int, n);
        QFETCH(int, k);
        const torch::Tensor a = torch::randn({count, m, k}).requires_grad_(true);
        const torch::Tensor b = torch::randn({count, k, n}).requires_grad_(true);
        const torch::Tensor turned = b.detach().transpose(1, 2).contiguous().requires_grad_(true);
        const torch::Tensor expected = torch::bmm(a, b);
        const auto expectedGradients = gradients(expected, {a, b});

        const torch::Tensor product = batchedProduct(a, b);
        QVERIFY(difference(product, expected) < tolerance);
        const auto of = gradients(product, {a, b});
        QVERIFY(difference(of[0], expectedGradients[0]) < tolerance);
        QVERIFY(difference(of[1], expectedGradients[1]) < tolerance);

        const torch::Tensor second = batchedProduct(a, turned, true);
        QVERIFY(difference(second, expected) < tolerance);
        const auto ofSecond = gradients(second, {a, turned});
        QVERIFY(difference(ofSecond[0], expectedGradients[0]) < tolerance);
        QVERIFY(difference(ofSecond[1].transpose(1, 2), expectedGradients[1]) < tolerance);
    }

    void testProductOfAView()
    {
        const torch::Tensor a = torch::randn({6, 4, 3}).transpose(1, 2).requires_grad_(true);
        const torch::Tensor b = torch::randn({6, 4, 8}).slice(2, 1, 6).requires_grad_(true);
        QVERIFY(!a.is_contiguous() && !b.is_contiguous());
        const torch::Tensor expected = torch::bmm(a, b);
        QVERIFY(difference(batchedProduct(a, b), expected) < tolerance);
        const auto of = gradients(batchedProduct(a, b), {a, b});
        const auto expectedGradients = gradients(expected, {a, b});
        QVERIFY(difference(of[0], expectedGradients[0]) < tolerance);
        QVERIFY(difference(of[1], expectedGradients[1]) < tolerance);
    }

    void testWhatNeedsNoGradientGetsNone()
    {
        const torch::Tensor a = torch::rand({2, 3, 3});
        const torch::Tensor b = torch::randn({2, 3, 4}).requires_grad_(true);
        batchedProduct(a, b).sum().backward();
        QVERIFY(!a.grad().defined());
        QVERIFY(b.grad().defined());
    }

    void testAttention_data()
    {
        QTest::addColumn<int>("cells");
        QTest::addColumn<int>("vertices");
        QTest::addColumn<int>("heads");
        QTest::addColumn<int>("keySize");
        QTest::addColumn<double>("scale");
        QTest::newRow("the decoder's") << 64 << 8 << 3 << 32 << 1.0;
        QTest::newRow("odd sizes") << 5 << 7 << 2 << 9 << 1.0;
        QTest::newRow("one vertex") << 2 << 1 << 1 << 4 << 1.0;
        QTest::newRow("scores of hundreds") << 3 << 8 << 3 << 32 << 20.0;
    }
    void testAttention()
    {
        QFETCH(int, cells);
        QFETCH(int, vertices);
        QFETCH(int, heads);
        QFETCH(int, keySize);
        QFETCH(double, scale);
        const torch::Tensor input =
            (scale * torch::randn({cells * vertices, 3 * heads * keySize})).requires_grad_(true);
        const torch::Tensor expected = attentionOfTorch(input, vertices, heads, keySize);
        const torch::Tensor mixed = attention(input, vertices, heads, keySize);
        QCOMPARE(mixed.sizes().vec(), expected.sizes().vec());
        QVERIFY(difference(mixed, expected) < tolerance);
        QVERIFY(difference(gradients(mixed, {input})[0], gradients(expected, {input})[0]) < 10 * tolerance);
    }
};

QTEST_APPLESS_MAIN(TestBatchedOps)
#include "tst_batched_ops.moc"
