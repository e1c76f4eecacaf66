// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/operation_colour.h"
#include "tests/ui/cells/free_edges.h"
#include "tests/ui/picture_contrast.h"
#include "ui/base/theme.h"
#include "ui/cells/cell_picture.h"
#include "ui/cells/cell_view.h"
#include "ui/cells/form_tabs.h"
#include "ui/cells/operation_legend.h"

#include <QPainter>
#include <QSvgRenderer>
#include <QtTest>

#include <set>

using namespace inverso;
using namespace inverso::ui;

namespace {

const char* const mixedCell = "|nor_conv_3x3~0|+|nor_conv_1x1~0|avg_pool_3x3~1|+|skip_connect~0|nor_conv_3x3~1|none~2|";

// Inside a box, where no name is written.
QPoint aboveTheName(const QRectF& box)
{
    return QPointF(box.center().x(), box.top() + 0.12 * box.height()).toPoint();
}

/// So large that strokes of letters are wider than a pixel, and have their full colour.
constexpr int largeScale = 4;

/// That of a name to the box it is written on.
double nameContrast(const QImage& image, const QRectF& box)
{
    const double x = 0.1 * box.width();
    const double y = 0.2 * box.height();
    return test::strongestContrast(image, box.adjusted(x, y, -x, -y), image.pixelColor(aboveTheName(box)));
}

/// Names and live lines that are hard to read in a picture of largeScale, whose layout begins at `origin` points.
QStringList faintParts(const QImage& image, const CellDrawing& drawing, const QPointF& origin)
{
    QStringList faint;
    const auto check = [&](const QString& what, double contrast) {
        if (contrast < test::leastTextContrast)
            faint << QStringLiteral("%1: %2").arg(what).arg(contrast, 0, 'f', 2);
    };
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) {
        const QRectF box = drawing.layout->boxes[i].translated(origin);
        check(drawing.boxes[i].style.name,
              nameContrast(image, QRectF(box.topLeft() * largeScale, box.size() * largeScale)));
    }
    for (std::size_t i = 0; i < drawing.lines.size(); ++i) {
        if (!drawing.lines[i].live || drawing.lines[i].chains.size() > 1)
            continue;
        const QPointF middle = (drawing.layout->edges[i].path.pointAtPercent(0.5) + origin) * largeScale;
        check(QStringLiteral("line"), test::contrastOf(image.pixelColor(middle.toPoint()), image.pixelColor(0, 0)));
    }
    return faint;
}

QImage emptyPicture(const QSizeF& size, const QColor& background)
{
    QImage image((size * largeScale).toSize(), QImage::Format_RGB32);
    image.fill(background);
    return image;
}

/// As the window paints it.
QImage painted(const CellDrawing& drawing, const QPalette& palette)
{
    QImage image = emptyPicture(drawing.layout->size, palette.color(QPalette::Base));
    QPainter painter(&image);
    CellPaintOptions options;
    options.palette = palette;
    options.mostScale = largeScale;
    paintCell(painter, QRectF(QPointF(), drawing.layout->size * largeScale), drawing, options);
    return image;
}

/// As a viewer with that background shows the SVG file.
QImage viewed(const CellDrawing& drawing, const QColor& background)
{
    QImage image = emptyPicture(cellPaperSize(drawing), background);
    QPainter painter(&image);
    QSvgRenderer(cellSvg(drawing, {})).render(&painter);
    return image;
}

} // namespace

class TestCellDrawing : public QObject
{
    Q_OBJECT

private:
    const SearchSpace& m_space = searchSpace("nasbench201");

private slots:
    void laysOutEveryBoxAndEdgeApart()
    {
        GraphLayouter layouter;
        const CellIndex cell = m_space.parse(mixedCell);
        for (const CellForm form : m_space.forms()) {
            const CellDrawing drawing = drawCell(m_space, cell, layouter, form);
            const GraphLayout& layout = *drawing.layout;
            QCOMPARE(layout.boxes.size(), drawing.boxes.size());
            QCOMPARE(layout.edges.size(), drawing.lines.size());
            const QRectF whole(QPointF(0, 0), layout.size);
            for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
                QVERIFY(whole.adjusted(-1, -1, 1, 1).contains(layout.boxes[i]));
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(!layout.boxes[i].intersects(layout.boxes[j]));
            }
            for (const GraphLayout::Edge& edge : layout.edges) {
                const QRectF head = layout.boxes[static_cast<std::size_t>(edge.to)];
                QVERIFY(head.adjusted(-3, -3, 3, 3).contains(edge.tip));
                const QPointF start = edge.path.elementAt(0);
                QVERIFY(layout.boxes[static_cast<std::size_t>(edge.from)].adjusted(-3, -3, 3, 3).contains(start));
            }
        }
        // The same edges: the same layout.
        QCOMPARE(drawCell(m_space, 0, layouter).layout.get(), drawCell(m_space, cell, layouter).layout.get());
    }

    void everyFormShowsItsParts()
    {
        GraphLayouter layouter;
        const CellIndex cell = m_space.parse(mixedCell);
        const CellDrawing nodes = drawCell(m_space, cell, layouter);
        QCOMPARE(nodes.boxes.size(), 8U);
        QCOMPARE(nodes.lines.size(), 10U);
        const CellDrawing edges = drawCell(m_space, cell, layouter, CellForm::OperationsOnEdges);
        QCOMPARE(std::ranges::count_if(edges.boxes, [](const auto& box) { return box.round; }), 4);
        QCOMPARE(edges.boxes.size(), 10U); // and six operations
        QCOMPARE(edges.lines.size(), 12U);
        // conv 3×3 on (0, 1) and (1, 3), skip on (0, 3); all else is cut off by the none on (2, 3).
        const CellDrawing simple = drawCell(m_space, cell, layouter, CellForm::Simplified);
        QCOMPARE(simple.boxes.size(), 4U);
        QCOMPARE(simple.lines.size(), 4U);
        QVERIFY(std::ranges::all_of(simple.boxes, [](const auto& box) { return box.live; }));
    }

    void whatArrivesTwiceIsOneLine()
    {
        GraphLayouter layouter;
        const CellIndex cell = m_space.parse("|skip_connect~0|+|none~0|nor_conv_3x3~1|+|skip_connect~0|skip_connect~1|"
                                             "none~2|");
        const CellDrawing drawing = drawCell(m_space, cell, layouter, CellForm::Simplified);
        QCOMPARE(drawing.lines.size(), 1U);
        QCOMPARE(drawing.lines[0].chains.size(), 2U);
        for (const int contracted : {1, 4, 5})
            QVERIFY(drawing.lineShows(0, CellElement::vertex(contracted)));
        QVERIFY(drawing.lineShows(0, CellElement{1, 5}) && !drawing.lineShows(0, CellElement{0, 2}));
    }

    // An edge of the encoded graph can be pointed at in the other drawings as well.
    void elementsAreTheSameInEveryForm()
    {
        GraphLayouter layouter;
        const CellIndex cell = m_space.parse(mixedCell);
        const Graph graph = m_space.graph(cell);
        const CellDrawing edges = drawCell(m_space, cell, layouter, CellForm::OperationsOnEdges);
        for (int from = 0; from < graph.vertexCount(); ++from) {
            for (int to = from + 1; to < graph.vertexCount(); ++to) {
                int lines = 0;
                for (std::size_t i = 0; i < edges.lines.size(); ++i)
                    lines += edges.lineShows(i, CellElement{from, to}) ? 1 : 0;
                const bool atAnEnd = from == 0 || to == 7; // input and output are nodes, not operations
                if (graph.edge(from, to))
                    QCOMPARE(lines, atAnEnd ? 1 : 2);
            }
        }
    }

    void thePointerFindsWhatIsDrawn()
    {
        for (const CellForm form : m_space.forms()) {
            CellView view(std::make_shared<GraphLayouter>());
            view.resize(360, 420);
            view.setForm(form);
            view.setCell(m_space, m_space.parse(mixedCell));
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            QSignalSpy spy(&view, &CellView::elementHovered);
            QTest::mouseMove(&view, QPoint(1, 1));
            QTest::mouseMove(&view, view.boxOf(5).center().toPoint());
            QCOMPARE(spy.size(), 1);
            QCOMPARE(view.highlight(), std::optional(CellElement::vertex(5)));
            QTest::mouseMove(&view, QPoint(1, 1));
            QVERIFY(!view.highlight());
            const QImage plain = view.grab().toImage();
            view.setHighlight(CellElement{5, 7});
            QVERIFY(view.grab().toImage() != plain);
        }
    }

    void picturesHoldTheSameDrawing()
    {
        GraphLayouter layouter;
        const CellDrawing drawing = drawCell(m_space, m_space.parse(mixedCell), layouter);
        const QImage image = QImage::fromData(cellPng(drawing));
        QVERIFY(image.width() > 4 * drawing.layout->size.width());
        const QColor conv = operationStyle("nor_conv_3x3").fill;
        const QRectF box = drawing.layout->boxes[1].translated(10, 10);
        QCOMPARE(image.pixelColor((QPointF(box.center().x(), box.top() + 3) * 4).toPoint()), conv);
        const QByteArray svg = cellSvg(drawing, QStringLiteral("a title"));
        QVERIFY(svg.contains(conv.name().toLatin1()) && svg.contains("a title") && svg.contains("conv 3"));
        QVERIFY(QSvgRenderer(svg).isValid());
        const QByteArray pdf = cellPdf(drawing, QStringLiteral("a title"));
        QVERIFY(pdf.startsWith("%PDF") && pdf.trimmed().endsWith("%%EOF"));
    }

    void aSpaceWithFreeEdgesIsDrawn()
    {
        const test::FreeEdges space;
        GraphLayouter layouter;
        const CellDrawing whole = drawCell(space, 0, layouter);
        QCOMPARE(whole.boxes.size(), 5U); // no padding
        QCOMPARE(whole.lines.size(), 5U);
        QVERIFY(!whole.boxes[2].live && whole.boxes[3].live);
        const CellDrawing pruned = drawCell(space, 0, layouter, CellForm::Simplified);
        QCOMPARE(pruned.boxes.size(), 4U);
        QCOMPARE(pruned.boxes[2].vertex, 3); // still known by its number
        QCOMPARE(drawCell(space, 1, layouter).lines.size(), 9U);

        FormTabs tabs;
        tabs.setSpace(&m_space);
        tabs.setCurrentIndex(1);
        QSignalSpy spy(&tabs, &FormTabs::formChanged);
        tabs.setSpace(&space); // lacks operations on edges
        QCOMPARE(tabs.count(), 2);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(tabs.form(), CellForm::OperationsOnVertices);
    }

    void tabsOfferTheFormsOfTheSpace()
    {
        FormTabs tabs;
        QVERIFY(tabs.isHidden());
        tabs.setSpace(&m_space);
        QCOMPARE(tabs.count(), 3);
        QSignalSpy spy(&tabs, &FormTabs::formChanged);
        QTest::keyClick(&tabs, Qt::Key_Right);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(tabs.form(), CellForm::OperationsOnEdges);
        tabs.setSpace(&m_space); // kept
        QCOMPARE(tabs.form(), CellForm::OperationsOnEdges);
        tabs.setSpace(nullptr);
        QVERIFY(tabs.isHidden());
    }

    void knowsWhatIsLive()
    {
        const Graph dead = m_space.graph(m_space.parse("|none~0|+|none~0|none~1|+|none~0|none~1|none~2|"));
        const std::vector<bool> nothing = liveVertices(dead, m_space.labels());
        QCOMPARE(std::count(nothing.begin(), nothing.end(), true), 0);
        const Graph mixed = m_space.graph(m_space.parse(mixedCell));
        const std::vector<bool> live = liveVertices(mixed, m_space.labels());
        // The one `none` sits on (2, 3): it is dead, and so is all that only leads there.
        QVERIFY(!live[6]);
        QVERIFY(live[0] && live[7] && live[1] && live[4] && live[5]);
        QVERIFY(!live[2] && !live[3]);
    }

    void theViewShowsTheColoursOfTheOperations()
    {
        CellView view(std::make_shared<GraphLayouter>());
        view.resize(360, 320);
        view.setCell(m_space, m_space.parse(mixedCell));
        const QImage image = view.grab().toImage();
        const Graph graph = m_space.graph(m_space.parse(mixedCell));
        for (const int vertex : {0, 1, 4, 5, 7}) { // the live ones
            const std::string_view label = m_space.labels()[graph.labels[static_cast<std::size_t>(vertex)]];
            QCOMPARE(image.pixelColor(aboveTheName(view.boxOf(vertex))), operationStyle(label).fill);
        }
        view.clear(QStringLiteral("nothing"));
        QVERIFY(view.isEmpty());
        QVERIFY(view.grab().toImage() != image);
    }

    void theSameOperationLooksTheSameEverywhere()
    {
        OperationLegend legend;
        legend.setSpace(&m_space);
        legend.resize(500, legend.heightForWidth(500));
        const QImage legendImage = legend.grab().toImage();
        GraphLayouter layouter;
        for (std::size_t i = 2; i + 1 < m_space.labels().size(); ++i) { // the operations but `none`
            const std::string_view label = m_space.labels()[i];
            const QColor expected = operationStyle(label).fill;
            QCOMPARE(legendImage.pixelColor(legend.swatch(label).center().toPoint()), expected);

            // A cell of that operation alone, as a thumbnail and large, on light and on dark.
            const std::string op(label);
            const CellIndex cell =
                m_space.parse("|" + op + "~0|+|" + op + "~0|" + op + "~1|+|" + op + "~0|" + op + "~1|" + op + "~2|");
            const CellDrawing drawing = drawCell(m_space, cell, layouter);
            for (const int side : {90, 400}) {
                for (const QColor& ground : {QColor(Qt::white), QColor(30, 30, 34)}) {
                    QImage image(side, side, QImage::Format_RGB32);
                    image.fill(ground);
                    QPainter painter(&image);
                    CellPaintOptions options;
                    options.names = side > 200;
                    paintCell(painter, image.rect(), drawing, options);
                    painter.end();
                    const QRectF box = vertexBox(image.rect(), drawing, options, 4);
                    QCOMPARE(image.pixelColor(options.names ? aboveTheName(box) : box.center().toPoint()), expected);
                }
            }
        }
    }

    void everyOperationIsReadable_data()
    {
        QTest::addColumn<QString>("space");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            const char* theme = dark ? "dark" : "light";
            QTest::addRow("nasbench101, %s", theme) << "nasbench101"
                                                    << "1100011111:input,conv3x3,conv1x1,maxpool,output" << dark;
            QTest::addRow("nasbench201, %s", theme) << "nasbench201" << mixedCell << dark;
        }
    }
    void everyOperationIsReadable()
    {
        QFETCH(QString, space);
        QFETCH(QString, cell);
        QFETCH(bool, dark);
        const SearchSpace& of = searchSpace(space.toStdString());
        const CellIndex index = of.parse(cell.toStdString());
        const Graph graph = of.graph(index);
        const QPalette palette = dark ? darkPalette() : lightPalette();
        GraphLayouter layouter;
        std::set<int> seen;
        for (const CellForm form : of.forms()) {
            const CellDrawing drawing = drawCell(of, index, layouter, form);
            for (const CellDrawing::Box& box : drawing.boxes) {
                if (!box.round)
                    seen.insert(graph.labels[static_cast<std::size_t>(box.vertex)]);
            }
            QCOMPARE(faintParts(painted(drawing, palette), drawing, {}).join(", "), QString());
            const QPointF margin((cellPaperSize(drawing).width() - drawing.layout->size.width()) / 2,
                                 (cellPaperSize(drawing).height() - drawing.layout->size.height()) / 2);
            const QImage file = viewed(drawing, palette.color(QPalette::Base));
            QCOMPARE(faintParts(file, drawing, margin).join(", "), QString());
        }
        QCOMPARE(seen.size(), of.labels().size());
    }

    void filesHaveTheColoursOfTheWindow()
    {
        GraphLayouter layouter;
        const QByteArray svg = cellSvg(drawCell(m_space, m_space.parse(mixedCell), layouter), {});
        for (const std::string_view colour : {paperColour, paperLineColour})
            QVERIFY2(svg.contains(QByteArray(colour.data(), static_cast<qsizetype>(colour.size()))), colour.data());
    }

    void operationsAreToldApart()
    {
        std::set<QRgb> colours;
        for (std::size_t i = 1; i < m_space.labels().size(); ++i) // input and output share theirs
            colours.insert(operationStyle(m_space.labels()[i]).fill.rgb());
        QCOMPARE(colours.size(), m_space.labels().size() - 1);
        QCOMPARE(operationStyle("conv3x3-bn-relu").fill, operationStyle("nor_conv_3x3").fill);
    }
};

QTEST_MAIN(TestCellDrawing)
#include "tst_cell_drawing.moc"
