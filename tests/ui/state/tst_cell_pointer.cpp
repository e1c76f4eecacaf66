// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/state/cell_pointer.h"
#include "ui/state/explorer_state.h"
#include "ui/state/selection.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWidget>
#include <QtTest>

using namespace inverso;
using namespace inverso::ui;

namespace {

/// Cell 7 at (50, 50), cell 8 at (80, 50).
class FakeCanvas : public QWidget, public CellCanvas
{
public:
    [[nodiscard]] std::optional<CellIndex> cellAt(QPointF position) const override
    {
        for (const auto& [cell, at] : cells)
            if ((position - at).manhattanLength() < 5.0)
                return cell;
        return std::nullopt;
    }
    [[nodiscard]] std::vector<CellIndex> cellsIn(const QPolygonF& area) const override
    {
        std::vector<CellIndex> result;
        for (const auto& [cell, at] : cells)
            if (area.containsPoint(at, Qt::OddEvenFill))
                result.push_back(cell);
        return result;
    }
    void zoomIn() override { done += QLatin1Char('+'); }
    void zoomOut() override { done += QLatin1Char('-'); }
    void resetView() override { done += QLatin1Char('0'); }
    void step(int right, int up) override { done += QStringLiteral("(%1 %2)").arg(right).arg(up); }

    std::vector<std::pair<CellIndex, QPointF>> cells{{7, {50, 50}}, {8, {80, 50}}};
    QString done;
};

struct Fixture
{
    Fixture()
    {
        auto workspace = std::make_shared<Workspace>();
        workspace->table = test::table();
        state.setWorkspace(workspace);
    }

    static QMouseEvent event(QEvent::Type type, QPointF at, Qt::MouseButton button = Qt::NoButton,
                             Qt::KeyboardModifiers modifiers = {})
    {
        return {type, at, at, button, button, modifiers};
    }
    void press(QPointF at, std::optional<AreaSelector::Shape> area = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        pointer.press(event(QEvent::MouseButtonPress, at, button), area);
    }
    CellPointer::Motion move(QPointF at) { return pointer.move(event(QEvent::MouseMove, at)); }
    void release(QPointF at, Qt::KeyboardModifiers modifiers = {})
    {
        pointer.release(event(QEvent::MouseButtonRelease, at, Qt::LeftButton, modifiers));
    }
    bool key(int key) { return pointer.keyPress(QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier)); }

    ExplorerState state;
    Selection selection;
    FakeCanvas canvas;
    CellPointer pointer{canvas, canvas, state, selection};
};

} // namespace

class TestCellPointer : public QObject
{
    Q_OBJECT

private slots:
    void hoversUntilItLeaves()
    {
        Fixture f;
        QVERIFY(f.move({50, 51}) == CellPointer::Motion::Hover);
        QVERIFY(f.selection.hovered() == std::optional<CellIndex>(7));
        f.pointer.leave();
        QVERIFY(!f.selection.hovered());
    }

    void clickSelectsAlsoWhenThePointerTrembles()
    {
        Fixture f;
        f.press({50, 50});
        QVERIFY(f.move({52, 50}) == CellPointer::Motion::Click);
        f.release({52, 50});
        QVERIFY(f.selection.cell() == std::optional<CellIndex>(7));
        f.press({10, 10});
        f.release({10, 10});
        QVERIFY(!f.selection.cell());
    }

    void dragPansByAllThePixelsMoved()
    {
        Fixture f;
        f.press({50, 50});
        QVERIFY(f.move({53, 50}) == CellPointer::Motion::Click);
        QVERIFY(f.move({60, 52}) == CellPointer::Motion::Pan);
        QCOMPARE(f.pointer.moved(), QPointF(10, 2));
        QVERIFY(f.move({61, 52}) == CellPointer::Motion::Pan);
        QCOMPARE(f.pointer.moved(), QPointF(1, 0));
        f.release({50, 50});
        QVERIFY(!f.selection.cell()); // not a click, although it ends on a cell
    }

    void otherButtonsNeitherSelectNorPan()
    {
        Fixture f;
        f.press({50, 50}, {}, Qt::RightButton);
        QVERIFY(f.move({70, 70}) == CellPointer::Motion::Hover);
    }

    void areaSelectsAGroup()
    {
        Fixture f;
        f.press({40, 40}, AreaSelector::Shape::Box);
        QVERIFY(f.pointer.isDrawing());
        QVERIFY(f.move({60, 60}) == CellPointer::Motion::Area);
        f.release({60, 60});
        QVERIFY(!f.pointer.isDrawing());
        QCOMPARE(f.selection.group(), std::vector<CellIndex>{7});
        f.press({70, 40}, AreaSelector::Shape::Box);
        f.move({90, 60});
        f.release({90, 60}, Qt::ControlModifier);
        QCOMPARE(f.selection.group(), (std::vector<CellIndex>{7, 8}));
    }

    void escapeCancelsAnArea()
    {
        Fixture f;
        QVERIFY(!f.key(Qt::Key_Escape)); // the window's
        f.press({40, 40}, AreaSelector::Shape::Box);
        f.move({60, 60});
        QVERIFY(f.key(Qt::Key_Escape));
        f.release({60, 60});
        QVERIFY(f.selection.group().empty());
        QVERIFY(!f.selection.cell());
    }

    void keysMoveTheView()
    {
        Fixture f;
        for (const int key : {Qt::Key_Plus, Qt::Key_Minus, Qt::Key_0, Qt::Key_Left, Qt::Key_Up})
            QVERIFY(f.key(key));
        QVERIFY(!f.key(Qt::Key_A));
        QCOMPARE(f.canvas.done, QStringLiteral("+-0(-1 0)(0 1)"));
    }

    void doubleClickResetsUnlessACellIsMeant()
    {
        Fixture f;
        f.pointer.doubleClick(Fixture::event(QEvent::MouseButtonDblClick, {50, 50}, Qt::LeftButton));
        QCOMPARE(f.canvas.done, QString());
        f.pointer.doubleClick(Fixture::event(QEvent::MouseButtonDblClick, {10, 10}, Qt::LeftButton));
        QCOMPARE(f.canvas.done, QStringLiteral("0"));
    }
};

QTEST_MAIN(TestCellPointer)
#include "tst_cell_pointer.moc"
