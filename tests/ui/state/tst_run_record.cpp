// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/export/contrast.h"
#include "ui/base/color_map.h"
#include "ui/state/cell_facts.h"
#include "ui/state/run_record.h"

#include <QtTest>

#include <cmath>

using namespace inverso;
using namespace inverso::ui;

class TestRunRecord : public QObject
{
    Q_OBJECT

private:
    static Round round(int number, std::vector<std::pair<CellIndex, double>> labels)
    {
        Round result;
        result.number = number;
        for (const auto& [cell, valid] : labels)
            result.queries.push_back({0, cell, {valid, valid + 1.0}, number, NAN});
        return result;
    }

private slots:
    void growsACurve()
    {
        SearchSettings settings;
        settings.budget = 10;
        RunRecord record(settings, "alpha");
        QVERIFY(record.isEmpty() && record.best() == nullptr);
        record.append({round(0, {{7, 50.0}, {8, 70.0}})}, 1.0);
        record.append({round(1, {{9, 60.0}}), round(2, {{10, 80.0}})}, 2.0);
        QCOMPARE(record.queries().size(), 4U);
        QCOMPARE(record.curve().size(), 4U);
        QCOMPARE(record.curve()[2].bestValid, 70.0);
        QCOMPARE(record.curve()[2].testOfBest, 71.0);
        QCOMPARE(record.best()->cell, 10U);
        QCOMPARE(record.query(8)->label.valid, 70.0);
        QVERIFY(record.query(11) == nullptr);
    }

    void theFirstOfEqualsIsTheBest()
    {
        RunRecord record(SearchSettings(), "alpha");
        record.append({round(0, {{1, 70.0}, {2, 70.0}})}, 1.0);
        QCOMPARE(record.best()->cell, 1U);
    }

    void estimatesFromThePaceOfLaterRounds()
    {
        SearchSettings settings;
        settings.budget = 20;
        RunRecord record(settings, "alpha");
        record.append({round(0, {{1, 1.0}, {2, 2.0}})}, 30.0); // a slow first fit
        QVERIFY(!record.remainingSeconds());
        record.append({round(1, {{3, 1.0}, {4, 2.0}})}, 31.0);
        QCOMPARE(record.remainingSeconds().value_or(0.0), 8.0); // 0.5 s a query, 16 to go
        QCOMPARE(record.expectedRounds(), 9);                   // 1 done, 16 queries left at 2 a round
    }

    void writesDurationsAndPercents()
    {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(durationText(7.4), QStringLiteral("0:07"));
        QCOMPARE(durationText(725.0), QStringLiteral("12:05"));
        QCOMPARE(durationText(3723.0), QStringLiteral("1:02:03"));
        QCOMPARE(durationText(-3.0), QStringLiteral("0:00"));
        QCOMPARE(percentText(91.6067), QStringLiteral("91.61\u00a0%"));
        QCOMPARE(percentText(NAN), QStringLiteral("–"));
    }

    void roundColoursGrowLighter()
    {
        for (const bool dark : {false, true}) {
            double last = -1.0;
            for (int i = 0; i <= 40; ++i) {
                const QColor colour = sequenceColor(i / 40.0, dark);
                const double now = test::relativeLuminance({colour.redF(), colour.greenF(), colour.blueF()});
                QVERIFY2(now > last, qPrintable(QStringLiteral("step %1").arg(i)));
                last = now;
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRunRecord)
#include "tst_run_record.moc"
