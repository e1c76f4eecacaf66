// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fakes.h"
#include "ui/cells/cell_view.h"
#include "ui/cells/operation_legend.h"

#include <QPainter>
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

} // namespace

class TestCellDrawing : public QObject
{
    Q_OBJECT

private:
    const SearchSpace& m_space = searchSpace("nasbench201");

private slots:
    void laysOutEveryVertexAndEdgeApart()
    {
        GraphLayouter layouter;
        const Graph graph = m_space.graph(m_space.parse(mixedCell));
        const auto layout = layouter.layout(graph);
        QCOMPARE(layout->vertices.size(), 8U);
        QCOMPARE(layout->edges.size(), 10U);
        const QRectF whole(QPointF(0, 0), layout->size);
        for (std::size_t i = 0; i < layout->vertices.size(); ++i) {
            QVERIFY(whole.adjusted(-1, -1, 1, 1).contains(layout->vertices[i].box));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!layout->vertices[i].box.intersects(layout->vertices[j].box));
        }
        for (const GraphLayout::Edge& edge : layout->edges) {
            const QRectF head = layout->vertices[static_cast<std::size_t>(edge.to)].box;
            QVERIFY(head.adjusted(-3, -3, 3, 3).contains(edge.tip));
            const QPointF start = edge.path.elementAt(0);
            QVERIFY(layout->vertices[static_cast<std::size_t>(edge.from)].box.adjusted(-3, -3, 3, 3).contains(start));
        }
        QCOMPARE(layouter.layout(m_space.graph(0)).get(), layout.get()); // the same edges: the same layout
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
