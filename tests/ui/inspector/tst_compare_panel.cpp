// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/inspector/inspected_workspace.h"
#include "ui/cells/cell_view.h"
#include "ui/inspector/compare_panel.h"
#include "ui/inspector/compare_rows.h"
#include "ui/state/selection.h"

#include <QPushButton>
#include <QTableWidget>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

namespace {

struct Fixture
{
    Fixture()
    {
        panel.resize(420, 600);
        auto workspace = std::make_shared<Workspace>(*test::inspectedWorkspace());
        workspace->table = Table::parse(test::tableCsv("alpha_valid,alpha_test,beta_valid,beta_test,params_mb",
                                                       {{first, "71.5,70,61,60,0.4"}, {second, "70.5,71,60,61,0.3"}}),
                                        "two");
        state.setWorkspace(workspace);
        panel.show();
    }

    template <typename T> T& find(const char* name) { return *panel.findChild<T*>(QString::fromLatin1(name)); }
    [[nodiscard]] QString cellText(int row, int column)
    {
        return find<QTableWidget>("compareTable").item(row, column)->text();
    }

    ExplorerState state;
    Selection selection;
    ComparePanel panel{state, selection, std::make_shared<GraphLayouter>()};
    const SearchSpace& space = test::space();
    const CellIndex first = space.parse(test::mixedCell());
    /// As the first, with another operation instead of the conv 3×3 of vertex 1.
    const CellIndex second =
        space.parse(test::space().hasFixedEdges()
                        ? "|skip_connect~0|+|nor_conv_1x1~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~2|"
                        : "110100011001000100101:input,conv1x1-bn-relu,maxpool3x3,conv3x3-bn-relu,maxpool3x3,"
                          "conv1x1-bn-relu,output");
    const QString secondOperation = test::space().hasFixedEdges() ? QStringLiteral("skip") : QStringLiteral("conv 1×1");
};

} // namespace

class TestComparePanel : public QObject
{
    Q_OBJECT

private slots:
    void marksAndListsWhatDiffers()
    {
        Fixture f;
        QVERIFY(f.find<QTableWidget>("compareTable").isHidden());
        QVERIFY(!f.find<QPushButton>("pinButton").isEnabled());
        f.selection.select(f.first);
        QTest::mouseClick(&f.find<QPushButton>("pinButton"), Qt::LeftButton);
        QCOMPARE(f.panel.pinned(), std::optional(f.first));
        QVERIFY(f.panel.summary().contains(QStringLiteral("same cell")));
        f.selection.select(f.second);
        const std::vector<CellElement> marked{CellElement::vertex(1)};
        QVERIFY(f.find<CellView>("compareViewA").marked() == marked);
        QVERIFY(f.find<CellView>("compareViewB").marked() == marked);
        QVERIFY(f.panel.summary().contains(QStringLiteral("different functions")));
        QVERIFY(f.panel.summary().contains(QLocale().toString(1.41, 'g', 3)));

        QCOMPARE(f.cellText(0, 0),
                 test::space().hasFixedEdges() ? QStringLiteral("Operation 0 → 1") : QStringLiteral("Vertex 1 of A"));
        QCOMPARE(f.cellText(0, 1), QStringLiteral("conv 3×3"));
        QCOMPARE(f.cellText(0, 2), f.secondOperation);
        auto& table = f.find<QTableWidget>("compareTable");
        QCOMPARE(table.rowCount(), 1 + 4 + 1 + 1); // operation, accuracies, attribute, function class
        QVERIFY(table.item(1, 0)->text().startsWith(QStringLiteral("alpha")));
        QVERIFY(table.item(1, 1)->font().bold());
    }

    // The ring is really painted.
    void theDifferenceIsSeen()
    {
        Fixture f;
        QVERIFY(QTest::qWaitForWindowExposed(&f.panel));
        f.selection.select(f.first);
        f.panel.pin(f.first);
        auto& view = f.find<CellView>("compareViewA");
        const QImage same = view.grab().toImage();
        f.selection.select(f.second);
        const QRect changed = view.boxOf(1).toRect().adjusted(-4, -4, 4, 4);
        const QRect kept = view.boxOf(5).toRect().adjusted(-4, -4, 4, 4);
        const QImage different = view.grab().toImage();
        QVERIFY(different.copy(changed) != same.copy(changed));
        QVERIFY(different.copy(kept) == same.copy(kept));
    }

    // In NAS-Bench-201 cells may differ behind a none. Of NAS-Bench-101 every cell is a function of its own: what is
    // another drawing of the same graph is the same cell.
    void sameFunctionIsSaid()
    {
        Fixture f;
        const CellIndex other = f.space.parse(
            test::space().hasFixedEdges()
                ? "|nor_conv_3x3~0|+|nor_conv_3x3~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~2|"
                : "110100010001100100101:input,maxpool3x3,conv3x3-bn-relu,conv3x3-bn-relu,maxpool3x3,"
                  "conv1x1-bn-relu,output");
        f.panel.pin(f.first);
        f.selection.select(other);
        QVERIFY2(f.panel.summary().contains(test::space().hasFixedEdges() ? QStringLiteral("the same function")
                                                                          : QStringLiteral("the same cell")),
                 qPrintable(f.panel.summary()));
    }

    void swapsAndClears()
    {
        Fixture f;
        f.panel.pin(f.first);
        f.selection.select(f.second);
        QTest::mouseClick(&f.find<QPushButton>("swapButton"), Qt::LeftButton);
        QCOMPARE(f.panel.pinned(), std::optional(f.second));
        QCOMPARE(f.selection.cell(), std::optional(f.first));
        QCOMPARE(f.cellText(0, 1), f.secondOperation);
        QTest::mouseClick(&f.find<QPushButton>("unpinButton"), Qt::LeftButton);
        QVERIFY(!f.panel.pinned());
        QVERIFY(f.find<CellView>("compareViewA").isEmpty());
        QVERIFY(f.find<CellView>("compareViewB").marked().empty());
        QVERIFY(!f.find<QPushButton>("swapButton").isEnabled());
    }

    void anotherTableForgetsThePinnedCell()
    {
        Fixture f;
        f.panel.pin(f.first);
        f.state.setWorkspace(test::inspectedWorkspace());
        QVERIFY(!f.panel.pinned());
        f.state.setWorkspace(nullptr);
        QVERIFY(!f.find<QPushButton>("pinButton").isEnabled());
    }

    void aPredictionIsCompared()
    {
        Fixture f;
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->predictions.resize(f.space.size());
        snapshot->predictions[f.first] = {61.5F, 0.0F};
        f.state.beginRun(SearchSettings(), "alpha");
        f.state.setSnapshot(snapshot);
        const auto rows = compareRows(f.state, f.first, f.second, cellDifference(f.space, f.first, f.second));
        const auto it =
            std::ranges::find_if(rows, [](const CompareRow& row) { return row.name.startsWith("Predicted"); });
        QVERIFY(it != rows.end() && it->differs);
        QVERIFY(it->a.startsWith(QLocale().toString(61.5, 'f', 2)));
    }

    void everyControlHasANameAndIsReached()
    {
        Fixture f;
        for (const char* name : {"pinButton", "swapButton", "unpinButton", "compareTable", "formTabs"}) {
            auto& widget = f.find<QWidget>(name);
            QVERIFY2(widget.focusPolicy() & Qt::TabFocus, name);
            const auto* button = qobject_cast<QPushButton*>(&widget);
            QVERIFY2(button != nullptr ? !button->text().isEmpty() : !widget.accessibleName().isEmpty(), name);
        }
    }
};

QTEST_MAIN(TestComparePanel)
#include "tst_compare_panel.moc"
