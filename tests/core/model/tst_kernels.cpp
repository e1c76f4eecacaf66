// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/matrix.h"
#include "core/base/random.h"
#include "core/model/kernels.h"

#include <QtTest>

#include <cmath>

using namespace inverso;

namespace {

Matrix randomMatrix(std::size_t rows, std::size_t columns, Rng& rng)
{
    Matrix matrix(rows, columns);
    for (float& value : matrix.values)
        value = static_cast<float>(rng.normal());
    return matrix;
}

Matrix transposed(const Matrix& matrix)
{
    Matrix result(matrix.columns, matrix.rows);
    for (std::size_t i = 0; i < matrix.rows; ++i)
        for (std::size_t j = 0; j < matrix.columns; ++j)
            result(j, i) = matrix(i, j);
    return result;
}

} // namespace

class TestKernels : public QObject
{
    Q_OBJECT

private slots:
    void testProduct_data()
    {
        QTest::addColumn<int>("m");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("k");
        QTest::newRow("one number") << 1 << 1 << 1;
        QTest::newRow("one row") << 1 << 64 << 64;
        QTest::newRow("few rows") << 15 << 33 << 20;
        QTest::newRow("small") << 16 << 21 << 13;
        QTest::newRow("a coupling's layer") << 96 << 64 << 128;
        QTest::newRow("large") << 130 << 120 << 70;
    }

    void testProduct()
    {
        QFETCH(int, m);
        QFETCH(int, n);
        QFETCH(int, k);
        const auto rows = static_cast<std::size_t>(m);
        const auto columns = static_cast<std::size_t>(n);
        const auto inner = static_cast<std::size_t>(k);
        Rng rng(1);
        const Matrix a = randomMatrix(rows, inner, rng);
        const Matrix b = randomMatrix(inner, columns, rng);
        const Matrix start = randomMatrix(rows, columns, rng);
        const Matrix aT = transposed(a);
        const Matrix bT = transposed(b);
        for (const float beta : {0.0F, 1.0F}) {
            for (int form = 0; form < 4; ++form) {
                const bool turnA = form & 1;
                const bool turnB = form & 2;
                Matrix c = start;
                kernels::multiply((turnA ? aT : a).data(), turnA, (turnB ? bT : b).data(), turnB, c.data(), rows,
                                  columns, inner, beta);
                for (std::size_t i = 0; i < rows; ++i) {
                    for (std::size_t j = 0; j < columns; ++j) {
                        double wanted = static_cast<double>(beta) * start(i, j);
                        for (std::size_t l = 0; l < inner; ++l)
                            wanted += static_cast<double>(a(i, l)) * b(l, j);
                        QVERIFY2(std::abs(c(i, j) - wanted) < 1e-4,
                                 qPrintable(QString("form %1, beta %2, at %3, %4").arg(form).arg(beta).arg(i).arg(j)));
                    }
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestKernels)
#include "tst_kernels.moc"
