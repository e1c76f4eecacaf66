// SPDX-License-Identifier: GPL-3.0-or-later
// A search over a small table of own labels, which asks for the others.
#include "core/benchmark/csv_key.h"
#include "core/benchmark/table.h"
#include "tests/ui/fakes.h"
#include "ui/base/notice_bar.h"
#include "ui/run/run_panel.h"
#include "ui/window/main_window.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

class TestAskMe : public QObject
{
    Q_OBJECT

private:
    struct Fixture
    {
        explicit Fixture(const std::string& columns = "valid,test")
            : path(folder.filePath(QStringLiteral("labels.csv")))
            , window({test::fakeEngine(), {}, {}, false, {}})
        {
            QFile file(path);
            if (file.open(QIODevice::WriteOnly))
                file.write(QByteArray::fromStdString(test::tableCsv(columns, {{0, "10.5,10"}})));
            file.close();
            window.resize(1300, 850);
            window.show();
            window.open(path);
            opened = QTest::qWaitFor([this] { return window.state().workspace() != nullptr; }, 20000);
            find<QSpinBox>("budget").setValue(13);
        }
        template <typename Widget> Widget& find(const char* name)
        {
            auto* widget = window.findChild<Widget*>(QString::fromLatin1(name));
            Q_ASSERT(widget != nullptr);
            return *widget;
        }
        bool asked()
        {
            return QTest::qWaitFor([this] { return find<QWidget>("labelCard").isVisible(); }, 10000);
        }
        void give(double valid)
        {
            find<QDoubleSpinBox>("labelValid").setValue(valid);
            find<QPushButton>("labelGive").click();
        }
        QTemporaryDir folder;
        QString path;
        MainWindow window;
        bool opened = false;
    };

private slots:
    void waitsForEveryLabel()
    {
        Fixture f;
        QVERIFY(f.opened);
        auto& box = f.find<QCheckBox>("askMe");
        QVERIFY(box.isVisible());
        QVERIFY(!f.find<QWidget>("labelCard").isVisible());
        box.setChecked(true);
        f.window.start();
        int answers = 0;
        QSet<QString> cells;
        while (f.asked() && answers < 20) {
            const QString cell = f.find<QLineEdit>("labelCell").text();
            cells.insert(cell);
            QCOMPARE(f.window.selection().cell(),
                     std::optional(test::space().parse(cell.toStdString()))); // and so it is drawn
            if (answers == 0) {
                f.give(0.93);
                QVERIFY(f.find<QLabel>("labelProblem").isVisible());
                QVERIFY(f.find<QWidget>("labelCard").isVisible());
            }
            f.give(50.0 + ++answers);
            QVERIFY(QTest::qWaitFor([&] {
                return f.window.state().phase() == RunPhase::Ended
                       || (f.find<QWidget>("labelCard").isVisible() && f.find<QLineEdit>("labelCell").text() != cell);
            }));
            if (f.window.state().phase() == RunPhase::Ended)
                break;
        }
        QTRY_COMPARE(f.window.state().phase(), RunPhase::Ended);
        QVERIFY(!f.find<QWidget>("labelCard").isVisible());
        QCOMPARE(f.window.state().run().queries().size(), 13U);
        QVERIFY(answers >= 12);
        QCOMPARE(cells.size(), answers);
        QCOMPARE(static_cast<int>(Table::load(f.path.toStdString())->rows()), answers + 1);
    }

    // Five cells are asked in a round: all are answered by one paste, with a line that is no label and one for a cell
    // that nobody asked for.
    void takesSeveralAnswersAtOnce()
    {
        Fixture f;
        QVERIFY(f.opened);
        const SearchSpace& space = test::space();
        f.find<QCheckBox>("askMe").setChecked(true);
        f.window.start();
        QVERIFY(f.asked());
        f.find<QPushButton>("labelCopyAll").click();
        QStringList cells = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QVERIFY2(cells.size() >= 9, qPrintable(QString::number(cells.size()))); // ten, one of which may be known
        QCOMPARE(cells.front(), f.find<QLineEdit>("labelCell").text());
        const QString surplus = QString::fromStdString(space.text(15600));
        QStringList lines;
        for (const QString& cell : cells)
            lines.prepend(cell + QStringLiteral("\t61.5\t60"));
        lines += surplus + QStringLiteral(";44.5");
        lines += QStringLiteral("nonsense,50");
        QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
        f.find<QPushButton>("labelPaste").click();
        QVERIFY(QTest::qWaitFor([&] {
            return f.find<QWidget>("labelCard").isVisible() && !cells.contains(f.find<QLineEdit>("labelCell").text());
        }));
        const QString said = f.window.notice().sentence();
        QVERIFY2(said.contains(QString::number(cells.size() + 1)) && said.contains(QStringLiteral("nonsense")),
                 qPrintable(said));
        const auto table = Table::load(f.path.toStdString());
        QCOMPARE(table->rows(), static_cast<std::size_t>(cells.size() + 2));
        QCOMPARE(table->datasets()[0].valid[15600], 44.5F);
        f.find<QLineEdit>("labelCell").text();
        QGuiApplication::clipboard()->setText(QStringLiteral("72.5 72")); // one without its cell
        f.find<QPushButton>("labelPaste").click();
        const CellIndex asked = space.parse(f.find<QLineEdit>("labelCell").text().toStdString());
        QTRY_COMPARE(Table::load(f.path.toStdString())->datasets()[0].valid[asked], 72.5F);
        QVERIFY(f.window.notice().sentence().isEmpty());
        f.window.controller().stop();
        QTRY_COMPARE(f.window.state().phase(), RunPhase::Ended);
    }

    void stopsWhileItWaits()
    {
        Fixture f;
        QVERIFY(f.opened);
        f.find<QCheckBox>("askMe").setChecked(true);
        f.window.start();
        QVERIFY(f.asked());
        f.give(60.0);
        QVERIFY(f.asked());
        f.window.controller().stop();
        QTRY_COMPARE(f.window.state().phase(), RunPhase::Ended);
        QTRY_VERIFY(!f.find<QWidget>("labelCard").isVisible());
        QVERIFY(Table::load(f.path.toStdString())->rows() >= 2U); // what was answered is kept
    }

    void closesWhileItWaits()
    {
        Fixture f;
        QVERIFY(f.opened);
        f.window.setConfirm([](const QString&) { return true; });
        f.find<QCheckBox>("askMe").setChecked(true);
        f.window.start();
        QVERIFY(f.asked());
        QVERIFY(f.window.close());
    }

    void aTableThatCannotKeepAnswersSaysSo()
    {
        Fixture f("cifar10_valid,cifar10_test");
        QVERIFY(f.opened);
        f.find<QCheckBox>("askMe").setChecked(true);
        f.window.start();
        QTRY_COMPARE(f.window.state().phase(), RunPhase::Ended);
        const QString sentence = f.window.findChild<RunPanel*>()->notice().sentence();
        const QString columns = QString::fromStdString(csvKeyColumns(test::space())) + QStringLiteral(",valid,test");
        QVERIFY2(sentence.contains(columns), qPrintable(sentence));
    }
};

QTEST_MAIN(TestAskMe)
#include "tst_ask_me.moc"
