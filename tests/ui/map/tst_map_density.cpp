// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_density.h"

#include <QtTest>

using namespace inverso::ui;

class TestMapDensity : public QObject
{
    Q_OBJECT

private:
    static QImage white()
    {
        QImage image(20, 10, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        return image;
    }

private slots:
    void testMorePointsAreDarker()
    {
        QImage image = white();
        MapDensity density(image.size(), 1);
        for (int i = 0; i < 7; ++i)
            density.add({3.9, 4.1});
        density.add({5.0, 4.9});
        density.paint(image, [](float) { return QColor(0, 0, 0, 51); }); // a fifth
        QCOMPARE(image.pixelColor(5, 4), QColor(204, 204, 204));
        const int seven = static_cast<int>(std::lround(255 * std::pow(0.8, 7)));
        QVERIFY(std::abs(image.pixelColor(3, 4).red() - seven) <= 1);
        QCOMPARE(image.pixelColor(4, 4), QColor(Qt::white));
    }

    void testASquareHasTheColourOfItsMean()
    {
        QImage image = white();
        MapDensity density(image.size(), 2);
        density.add({6.5, 8.5}, 1.0F);
        density.add({7.5, 9.5}, 4.0F);
        float seen = 0.0F;
        density.paint(image, [&](float mean) {
            seen = mean;
            return QColor(255, 0, 0);
        });
        QCOMPARE(seen, 2.5F);
        for (int y = 8; y < 10; ++y)
            for (int x = 6; x < 8; ++x)
                QCOMPARE(image.pixelColor(x, y), QColor(255, 0, 0));
        QCOMPARE(image.pixelColor(8, 8), QColor(Qt::white));
    }

    void testPointsOutsideArePassedOver()
    {
        QImage image = white();
        MapDensity density(image.size(), 3); // 20 × 10 has squares that are cut off
        for (const QPointF outside : {QPointF(-0.1, 5), QPointF(5, -0.1), QPointF(1e9, 5), QPointF(5, 1e9)})
            density.add(outside);
        density.paint(image, [](float) { return QColor(Qt::black); });
        QCOMPARE(image, white());
        density.add({19.9, 9.9});
        density.paint(image, [](float) { return QColor(Qt::black); });
        QCOMPARE(image.pixelColor(19, 9), QColor(Qt::black));
    }
};

QTEST_GUILESS_MAIN(TestMapDensity)
#include "tst_map_density.moc"
