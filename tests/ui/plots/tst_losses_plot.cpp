// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/base/color_map.h"
#include "ui/base/theme.h"
#include "ui/plots/losses_pane.h"
#include "ui/plots/losses_plot.h"
#include "ui/plots/plot_frame.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QCheckBox>
#include <QClipboard>
#include <QToolButton>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestLosses : public QObject
{
    Q_OBJECT

private:
    static Round round(int number, int firstEpoch)
    {
        Round result;
        result.number = number;
        result.queries.push_back({number + 1, CellIndex(number), {60.0, 50.0}, number, 0.0});
        for (int epoch = firstEpoch; epoch < firstEpoch + 10; ++epoch) {
            result.losses.push_back({"regression", epoch, 1.0F / float(epoch)});
            result.losses.push_back({"likelihood", epoch, epoch < 15 ? 2.0F : -1.0F});
        }
        return result;
    }
    struct Shown
    {
        Shown()
            : pane(state, selection)
        {
            auto workspace = std::make_shared<Workspace>();
            workspace->table = test::table();
            state.setWorkspace(workspace);
            pane.resize(640, 400);
            pane.show();
            QVERIFY(QTest::qWaitForWindowExposed(&pane));
        }
        void run()
        {
            SearchSettings settings;
            settings.seed = 4;
            state.beginRun(settings, "alpha");
            state.appendRounds({round(0, 1)}, 1.0);
            state.appendRounds({round(1, 11)}, 2.0);
        }
        [[nodiscard]] LossesPlot& plot() const { return pane.plot(); }
        ExplorerState state;
        Selection selection;
        LossesPane pane;
    };

private slots:
    void everyTermIsALine()
    {
        Shown shown;
        QVERIFY(!shown.plot().hint().isEmpty());
        shown.run();
        QVERIFY(shown.plot().hint().isEmpty());
        const QCPGraph* regression = shown.plot().term(QStringLiteral("regression"));
        QVERIFY(regression != nullptr && shown.plot().term(QStringLiteral("latent")) == nullptr);
        QCOMPARE(regression->dataCount(), 20);
        QCOMPARE(regression->dataMainKey(19), 20.0);
        QCOMPARE(shown.plot().fits(), (std::vector<int>{1, 11}));
        QCOMPARE(shown.plot().legend->itemCount(), 3);
        QVERIFY(shown.plot().caption().contains(QStringLiteral("seed 4")));
    }

    void theScaleCanBeEither()
    {
        Shown shown;
        shown.run();
        QVERIFY(shown.plot().caption().contains(QStringLiteral("6 values of 0 or less")));
        QVERIFY(shown.plot().yAxis->range().lower > 0.0);
        shown.pane.findChild<QCheckBox*>(QStringLiteral("lossesLogarithmic"))->click();
        QVERIFY(!shown.plot().isLogarithmic());
        QVERIFY(shown.plot().yAxis->range().lower < -1.0);
        QVERIFY(!shown.plot().caption().contains(QStringLiteral("0 or less")));
    }

    void numbersKeepTheirPercentSigns()
    {
        const QFontMetrics metrics(QGuiApplication::font());
        for (int width = 20; width < 300; width += 5) {
            const QString text = wrappedText(QStringLiteral("invalid 0.0 %, different 93 % of 32"), metrics, width);
            for (const QString& line : text.split(QLatin1Char('\n')))
                QVERIFY2(!line.startsWith(QLatin1Char('%')), qPrintable(text));
        }
    }

    // All as powers, which are set as such behind a small e only.
    void aLogarithmicScaleIsOfPowers()
    {
        Shown shown;
        shown.run();
        shown.plot().yAxis->setRange(1e-7, 10.0);
        shown.plot().replot(QCustomPlot::rpImmediateRefresh);
        const QVector<QString> labels = shown.plot().yAxis->tickVectorLabels();
        QVERIFY(labels.size() >= 4);
        static const QRegularExpression power(QStringLiteral("^1e[+-]?[0-9]+$"));
        for (const QString& label : labels)
            QVERIFY2(power.match(label).hasMatch(), qPrintable(label));
    }

    void arrowsPanALogarithmicScale()
    {
        Shown shown;
        shown.run();
        const QCPRange before = shown.plot().yAxis->range();
        QTest::keyClick(&shown.plot(), Qt::Key_Up);
        const QCPRange after = shown.plot().yAxis->range();
        QVERIFY(after.lower > before.lower);
        QVERIFY(qFuzzyCompare(after.upper / after.lower, before.upper / before.lower));
    }

    void marksAndLinesAreDrawn_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void marksAndLinesAreDrawn()
    {
        QFETCH(bool, dark);
        applyTheme(dark ? Theme::Dark : Theme::Light);
        Shown shown;
        shown.run();
        shown.plot().setNotAntialiasedElements(QCP::aeAll);
        shown.plot().replot();
        const QImage image = shown.plot().grab().toImage();
        const QPoint top(qRound(shown.plot().xAxis->coordToPixel(11)), shown.plot().axisRect()->top() + 4);
        const QColor mark = mutedColor(shown.plot().palette(), 0.28);
        bool found = false;
        for (int x = top.x() - 2; x <= top.x() + 2; ++x)
            found = found || image.pixelColor(x, top.y()).rgb() == mark.rgb();
        QVERIFY(found);
        int pixels = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                pixels += image.pixelColor(x, y).rgb() == accentColor(Accent::Blue, dark).rgb() ? 1 : 0;
        QVERIFY(pixels > 100);
        applyTheme(Theme::System);
    }

    void anotherRunStartsAnew()
    {
        Shown shown;
        shown.run();
        shown.state.beginRun(SearchSettings(), "alpha");
        QVERIFY(shown.plot().term(QStringLiteral("regression")) == nullptr);
        QVERIFY(!shown.plot().hint().isEmpty());
        Round without;
        without.queries.push_back({1, 5, {60.0, 50.0}, 0, 0.0});
        shown.state.appendRounds({without}, 1.0);
        QVERIFY(shown.plot().hint().contains(QStringLiteral("no model")));
    }

    void dataAreCopied()
    {
        Shown shown;
        auto* copy = shown.pane.findChild<QToolButton*>(QStringLiteral("copyData"));
        QVERIFY(!copy->isEnabled());
        shown.run();
        copy->click();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.contains(QStringLiteral("# seed: 4\n")));
        QVERIFY(text.contains(QStringLiteral("\nround,epoch,term,value\n0,1,regression,1\n0,1,likelihood,2\n")));
    }
};

QTEST_MAIN(TestLosses)
#include "tst_losses_plot.moc"
