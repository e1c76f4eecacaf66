// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/candidates/filter_panel.h"
#include "ui/cells/operation_style.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace inverso;
using namespace inverso::ui;

class TestFilterPanel : public QObject
{
    Q_OBJECT

private:
    struct Desk
    {
        Desk()
            : panel(state, selection)
        {
            auto workspace = std::make_shared<Workspace>();
            workspace->table = test::table();
            state.setWorkspace(workspace);
            state.setChosenDataset("alpha");
            panel.show();
        }
        template <typename Widget> Widget* find(const char* name) const
        {
            auto* widget = panel.findChild<Widget*>(QString::fromLatin1(name));
            if (widget == nullptr)
                qFatal("no %s", name);
            return widget;
        }
        [[nodiscard]] const FilterCriteria& criteria() const { return state.filter().criteria(); }
        ExplorerState state;
        Selection selection;
        FilterPanel panel;
    };

    static QString allCells() { return QLocale().toString(test::space().size()); }

private slots:
    void limitsAreSetByTheirFields()
    {
        Desk desk;
        auto* on = desk.find<QCheckBox>("filterAccuracy");
        auto* low = desk.find<QDoubleSpinBox>("filterAccuracyLow");
        auto* high = desk.find<QDoubleSpinBox>("filterAccuracyHigh");
        QVERIFY(!low->isEnabled());
        on->click();
        QVERIFY(low->isEnabled());
        const auto known = std::ranges::count_if(desk.state.dataset()->valid, [](float v) { return !std::isnan(v); });
        QCOMPARE(desk.state.filter().count(), static_cast<std::size_t>(known)); // all there is lies between
        low->setValue(70.0);
        QCOMPARE(desk.criteria().accuracy->low, 70.0);
        QVERIFY(desk.state.filter().count() < static_cast<std::size_t>(known));
        high->setValue(60.0); // below the other end, which follows
        QCOMPARE(*desk.criteria().accuracy, (Interval{60.0, 60.0}));
        on->click();
        QVERIFY(desk.criteria().isEmpty());
    }

    void operationsHaveTheirColours()
    {
        Desk desk;
        auto* button = desk.find<QToolButton>("operation3");
        const OperationStyle style = operationStyle(desk.state.space()->labels()[3]);
        QCOMPARE(button->text(), style.name);
        const QImage icon = button->icon().pixmap(12, 12).toImage();
        QCOMPARE(icon.pixelColor(icon.rect().center()).rgb(), style.fill.rgb());
        button->click();
        QCOMPARE(desk.criteria().labels, std::vector<std::uint8_t>{3});
        desk.find<QPushButton>("clearFilter")->click();
        QVERIFY(!button->isChecked());
    }

    void showsWhatOthersHaveSet()
    {
        Desk desk;
        FilterCriteria wanted;
        wanted.rounds = Interval{2.0, 5.0};
        wanted.roles = {CellRole::Proposed};
        wanted.isolated = {1, 2, 3};
        QSignalSpy changes(&desk.state.filter(), &Filter::changed);
        desk.state.filter().setCriteria(wanted);
        QCOMPARE(changes.count(), 1); // it answers nothing back
        QVERIFY(desk.find<QCheckBox>("filterRounds")->isChecked());
        QCOMPARE(desk.find<QDoubleSpinBox>("filterRoundsHigh")->value(), 5.0);
        QVERIFY(desk.find<QCheckBox>("roleProposed")->isChecked());
        QVERIFY(!desk.find<QCheckBox>("roleTraining")->isChecked());
        desk.find<QCheckBox>("roleTraining")->click();
        QCOMPARE(desk.criteria().isolated, wanted.isolated); // an edit keeps the rest
        QCOMPARE(*desk.criteria().rounds, *wanted.rounds);
        QCOMPARE(desk.criteria().roles.size(), 2U);
    }

    void isolatesTheGroupOrTheCell()
    {
        Desk desk;
        auto* isolate = desk.find<QPushButton>("isolateSelection");
        auto* all = desk.find<QPushButton>("showAll");
        QVERIFY(!isolate->isEnabled() && !all->isEnabled());
        desk.selection.select(7);
        isolate->click();
        QCOMPARE(desk.criteria().isolated, std::vector<CellIndex>{7});
        desk.selection.setGroup({9, 4});
        isolate->click();
        QCOMPARE(desk.criteria().isolated, (std::vector<CellIndex>{4, 9}));
        QCOMPARE(desk.panel.countText(), QStringLiteral("2 of %1 cells").arg(allCells()));
        all->click();
        QVERIFY(desk.criteria().isEmpty());
        QCOMPARE(desk.find<QLabel>("filterCount")->text(), QStringLiteral("%1 of %1 cells").arg(allCells()));
    }

    void saysThatNothingIsOpen()
    {
        ExplorerState state;
        Selection selection;
        const FilterPanel panel(state, selection);
        QCOMPARE(panel.countText(), QStringLiteral("No cells are open"));
    }

    void focusGoesFromTopToBottom()
    {
        Desk desk;
        const QStringList order{QStringLiteral("clearFilter"),
                                QStringLiteral("filterRounds"),
                                QStringLiteral("filterRoundsLow"),
                                QStringLiteral("filterRoundsHigh"),
                                QStringLiteral("filterPredicted"),
                                QStringLiteral("roleTraining"),
                                QStringLiteral("roleOther"),
                                QStringLiteral("operation2"),
                                QStringLiteral("operation%1").arg(test::space().labels().size() - 1),
                                QStringLiteral("isolateSelection"),
                                QStringLiteral("showAll")};
        QStringList seen;
        QWidget* first = desk.find<QWidget>("clearFilter");
        QWidget* at = first;
        do {
            if (order.contains(at->objectName())) {
                QVERIFY2(at->focusPolicy() != Qt::NoFocus, qPrintable(at->objectName()));
                QVERIFY2(!at->toolTip().isEmpty(), qPrintable(at->objectName()));
                seen += at->objectName();
            }
            at = at->nextInFocusChain();
        } while (at != first);
        QCOMPARE(seen, order);
    }
};

QTEST_MAIN(TestFilterPanel)
#include "tst_filter_panel.moc"
