// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_fixture.h"
#include "ui/base/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>
#include <QUndoStack>

using namespace inverso;
using namespace inverso::ui;

class TestSettingsUndo : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        speak(QStringLiteral("en"));
    }

    void openingIsNoStep()
    {
        test::WindowFixture f;
        QVERIFY(f.opened);
        QTest::qWait(50);
        QCOMPARE(f.window.undoStack().count(), 0);
        f.window.open(test::tableName());
        QTest::qWait(200);
        QCOMPARE(f.window.undoStack().count(), 0);
    }

    void everySettingCanBeUndone()
    {
        test::WindowFixture f;
        QVERIFY(f.opened);
        QTest::qWait(50);
        QUndoStack& stack = f.window.undoStack();
        auto& budget = f.find<QSpinBox>("budget");
        auto& dataset = f.find<QComboBox>("dataset");
        auto& method = f.find<QComboBox>("method");
        auto& noise = f.find<QDoubleSpinBox>("noise");
        const int before = budget.value();
        budget.setValue(77);
        QTRY_COMPARE(stack.count(), 1);
        dataset.setCurrentIndex(1);
        QTRY_COMPARE(stack.count(), 2);
        method.setCurrentIndex(1);
        QTRY_COMPARE(stack.count(), 3);
        const double noiseBefore = noise.value();
        noise.setValue(0.25);
        QTRY_COMPARE(stack.count(), 4);
        stack.undo();
        QCOMPARE(noise.value(), noiseBefore);
        stack.undo();
        QCOMPARE(method.currentIndex(), 0);
        stack.undo();
        QCOMPARE(dataset.currentIndex(), 0);
        QCOMPARE(QString::fromStdString(f.state().dataset()->name), QStringLiteral("alpha"));
        stack.undo();
        QCOMPARE(budget.value(), before);
        stack.redo();
        QCOMPARE(budget.value(), 77);
        QTest::qWait(50);
        QCOMPARE(stack.count(), 4); // undoing is no step of its own
        QCOMPARE(stack.index(), 1);
    }

    void turningAFieldIsOneStep()
    {
        test::WindowFixture f;
        QVERIFY(f.opened);
        QTest::qWait(50);
        auto& seed = f.find<QSpinBox>("seed");
        for (int i = 0; i < 6; ++i) {
            seed.stepUp();
            QTest::qWait(5);
        }
        QCOMPARE(f.window.undoStack().count(), 1);
        f.window.undoStack().undo();
        QCOMPARE(seed.value(), 0);
    }

    // Steps among those of selection go back in the order in which they were made.
    void takesTurnsWithTheSelection()
    {
        test::WindowFixture f;
        QVERIFY(f.opened);
        QTest::qWait(50);
        f.window.selection().select(5);
        QTRY_COMPARE(f.window.undoStack().count(), 1);
        f.find<QSpinBox>("budget").setValue(77);
        QTRY_COMPARE(f.window.undoStack().count(), 2);
        f.window.selection().select(9);
        QTRY_COMPARE(f.window.undoStack().count(), 3);
        f.window.undoStack().undo();
        QCOMPARE(f.window.selection().cell(), 5U);
        QCOMPARE(f.find<QSpinBox>("budget").value(), 77);
        f.window.undoStack().undo();
        QVERIFY(f.find<QSpinBox>("budget").value() != 77);
        QCOMPARE(f.window.selection().cell(), 5U);
    }

    void staysInAnotherLanguage()
    {
        test::WindowFixture f;
        QVERIFY(f.opened);
        QTest::qWait(50);
        f.find<QSpinBox>("budget").setValue(77);
        QTRY_COMPARE(f.window.undoStack().count(), 1);
        f.window.dressAnew();
        QTest::qWait(100);
        QCOMPARE(f.find<QSpinBox>("budget").value(), 77);
        QCOMPARE(f.window.undoStack().count(), 1);
        f.window.undoStack().undo();
        QVERIFY(f.find<QSpinBox>("budget").value() != 77);
    }
};

QTEST_MAIN(TestSettingsUndo)
#include "tst_settings_undo.moc"
