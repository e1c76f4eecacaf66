// SPDX-License-Identifier: GPL-3.0-or-later
// A search over a small table of own labels, which asks for the others.
#include "core/benchmark/table.h"
#include "tests/ui/fakes.h"
#include "ui/panels/notice_bar.h"
#include "ui/panels/run_panel.h"
#include "ui/window/main_window.h"

#include <QCheckBox>
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
        explicit Fixture(const QByteArray& header = "arch,valid,test\n")
            : path(folder.filePath(QStringLiteral("labels.csv")))
            , window({test::fakeBackend(), {}, {}, false, {}})
        {
            QFile file(path);
            if (file.open(QIODevice::WriteOnly))
                file.write(header + QByteArray::fromStdString(searchSpace("nasbench201").text(0)) + ",10.5,10\n");
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
                     std::optional(searchSpace("nasbench201").parse(cell.toStdString()))); // and so it is drawn
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

    void stopsWhileItWaits()
    {
        Fixture f;
        QVERIFY(f.opened);
        f.find<QCheckBox>("askMe").setChecked(true);
        f.window.start();
        QVERIFY(f.asked());
        f.give(60.0);
        QVERIFY(f.asked());
        f.window.session().stop();
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
        Fixture f("arch,cifar10_valid,cifar10_test\n");
        QVERIFY(f.opened);
        f.find<QCheckBox>("askMe").setChecked(true);
        f.window.start();
        QTRY_COMPARE(f.window.state().phase(), RunPhase::Ended);
        const QString sentence = f.window.findChild<RunPanel*>()->notice().sentence();
        QVERIFY2(sentence.contains(QStringLiteral("arch,valid,test")), qPrintable(sentence));
    }
};

QTEST_MAIN(TestAskMe)
#include "tst_ask_me.moc"
