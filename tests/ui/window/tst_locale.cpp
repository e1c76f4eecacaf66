// SPDX-License-Identifier: GPL-3.0-or-later
// A country that writes 0,5: the window does so, too; files never do.
#include "tests/ui/window/window_fixture.h"
#include "ui/base/figure.h"
#include "ui/worker/search_controller.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestLocale : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void aTargetIsTypedWithAComma()
    {
        test::WindowFixture f;
        QVERIFY(f.runToTheEnd());
        auto& target = f.find<QDoubleSpinBox>("target");
        target.setFocus();
        target.findChild<QLineEdit*>()->selectAll();
        QTest::keyClicks(&target, QStringLiteral("61,5"));
        QTest::keyClick(&target, Qt::Key_Return);
        QCOMPARE(target.value(), 61.5);
        QVERIFY2(target.text().contains(QStringLiteral("61,5")), qPrintable(target.text()));
    }

    void filesHavePoints()
    {
        test::WindowFixture f;
        QVERIFY(f.runToTheEnd());
        f.window.controller().inversion().generate({.target = 61.5, .count = 8});
        QVERIFY(QTest::qWaitFor([&] { return !f.state().generations().empty(); }, 20000));
        QTest::qWait(50);
        static const QRegularExpression fraction(QStringLiteral("^-?\\d+\\.\\d+$"));
        int figures = 0;
        int fractions = 0;
        for (auto* widget : f.window.findChildren<QWidget*>()) {
            auto* figure = dynamic_cast<Figure*>(widget);
            if (figure == nullptr || !figure->hasData())
                continue;
            ++figures;
            QStringList lines;
            for (const QString& line : figure->figureCsv().split('\n'))
                if (!line.startsWith('#') && !line.isEmpty())
                    lines += line;
            const qsizetype columns = lines.front().count(',');
            for (const QString& line : lines) {
                if (!line.contains('"')) // a comma in a number would be a column more
                    QCOMPARE(line.count(','), columns);
                for (const QString& field : line.split(','))
                    fractions += fraction.match(field).hasMatch() ? 1 : 0;
            }
        }
        QVERIFY(figures >= 4);
        QVERIFY(fractions > 100);
    }
};

QTEST_MAIN(TestLocale)
#include "tst_locale.moc"
