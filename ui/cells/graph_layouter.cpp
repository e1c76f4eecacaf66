// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/graph_layouter.h"

#include "core/base/error.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QThread>

#include <graphviz/gvc.h>

namespace inverso::ui {

namespace {

constexpr double pointsPerInch = 72.0;
constexpr std::size_t mostRemembered = 512;

[[noreturn]] void fail()
{
    throw Error(QCoreApplication::translate("inverso::ui::GraphLayouter",
                                            "Graphviz could not lay out this cell: check that its dot plugin is "
                                            "installed (package libgvc6) and registered (dot -c).")
                    .toStdString());
}

struct GraphCloser
{
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphHandle = std::unique_ptr<Agraph_t, GraphCloser>;

// Graphviz takes names and values as char*, but only reads them. Numbers are in the C locale.
void setAttribute(Agraph_t* graph, int kind, const char* name, const QByteArray& value)
{
    QByteArray key(name);
    QByteArray text(value);
    if (agattr(graph, kind, key.data(), text.data()) == nullptr)
        fail();
}

void setAttributes(Agraph_t* graph)
{
    setAttribute(graph, AGRAPH, "rankdir", "TB");
    setAttribute(graph, AGRAPH, "nodesep", "0.22");
    setAttribute(graph, AGRAPH, "ranksep", "0.36");
    setAttribute(graph, AGRAPH, "splines", "true");
    setAttribute(graph, AGNODE, "shape", "box");
    setAttribute(graph, AGNODE, "fixedsize", "true");
    setAttribute(graph, AGNODE, "label", "");
    setAttribute(graph, AGNODE, "width", "1");
    setAttribute(graph, AGNODE, "height", "1");
    setAttribute(graph, AGEDGE, "dir", "forward");
    setAttribute(graph, AGEDGE, "arrowsize", "0.7");
}

void setOwn(void* object, const char* name, const QByteArray& value)
{
    QByteArray key(name);
    QByteArray text(value);
    if (agset(object, key.data(), text.data()) != 0)
        fail();
}

QPointF flipped(pointf p, double height)
{
    return {p.x, height - p.y};
}

GraphLayout::Edge edgeOf(Agedge_t* edge, int from, int to, double height)
{
    const splines* curve = ED_spl(edge);
    if (curve == nullptr || curve->size < 1 || curve->list[0].size < 4)
        fail();
    const bezier& piece = curve->list[0];
    GraphLayout::Edge result{from, to, QPainterPath(flipped(piece.list[0], height)), {}};
    for (int i = 1; i + 2 < piece.size; i += 3) {
        result.path.cubicTo(flipped(piece.list[i], height), flipped(piece.list[i + 1], height),
                            flipped(piece.list[i + 2], height));
    }
    result.tip = piece.eflag != 0 ? flipped(piece.ep, height) : result.path.currentPosition();
    return result;
}

} // namespace

struct GraphLayouter::Context
{
    Context()
        : gvc(gvContext())
        , thread(QThread::currentThread())
    {
    }
    ~Context() { gvFreeContext(gvc); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    GVC_t* gvc;
    QThread* thread;
};

namespace {

struct LayoutRelease
{
    LayoutRelease(GVC_t* context, Agraph_t* laidOut)
        : gvc(context)
        , graph(laidOut)
    {
    }
    ~LayoutRelease() { gvFreeLayout(gvc, graph); }
    LayoutRelease(const LayoutRelease&) = delete;
    LayoutRelease& operator=(const LayoutRelease&) = delete;

    GVC_t* gvc;
    Agraph_t* graph;
};

std::vector<Agnode_t*> addNodes(Agraph_t* graph, const std::vector<QSize>& boxes)
{
    std::vector<Agnode_t*> nodes;
    for (const QSize& box : boxes) {
        QByteArray id = QByteArray::number(static_cast<qulonglong>(nodes.size()));
        Agnode_t* node = agnode(graph, id.data(), 1);
        setOwn(node, "width", QByteArray::number(box.width() / pointsPerInch));
        setOwn(node, "height", QByteArray::number(box.height() / pointsPerInch));
        nodes.push_back(node);
    }
    return nodes;
}

GraphLayout computeLayout(GVC_t* gvc, const LayoutRequest& request)
{
    QByteArray name("cell");
    const GraphHandle handle(agopen(name.data(), Agdirected, nullptr));
    if (!handle)
        fail();
    setAttributes(handle.get());
    const std::vector<Agnode_t*> nodes = addNodes(handle.get(), request.boxes);
    std::vector<Agedge_t*> edges;
    for (const LayoutRequest::Edge& wanted : request.edges) {
        Agedge_t* edge = agedge(handle.get(), nodes[static_cast<std::size_t>(wanted.from)],
                                nodes[static_cast<std::size_t>(wanted.to)], nullptr, 1);
        if (!wanted.arrow)
            setOwn(edge, "dir", "none");
        edges.push_back(edge);
    }
    if (gvLayout(gvc, handle.get(), "dot") != 0)
        fail();
    const LayoutRelease release(gvc, handle.get());

    GraphLayout result;
    const boxf bounds = GD_bb(handle.get());
    result.size = QSizeF(bounds.UR.x, bounds.UR.y);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        QRectF box(QPointF(0, 0), QSizeF(request.boxes[i]));
        box.moveCenter(flipped(ND_coord(nodes[i]), bounds.UR.y));
        result.boxes.push_back(box);
    }
    for (std::size_t i = 0; i < edges.size(); ++i)
        result.edges.push_back(edgeOf(edges[i], request.edges[i].from, request.edges[i].to, bounds.UR.y));
    return result;
}

std::vector<int> keyOf(const LayoutRequest& request)
{
    std::vector<int> key{static_cast<int>(request.boxes.size())};
    for (const QSize& box : request.boxes)
        key.insert(key.end(), {box.width(), box.height()});
    for (const LayoutRequest::Edge& edge : request.edges)
        key.insert(key.end(), {edge.from, edge.to, edge.arrow ? 1 : 0});
    return key;
}

} // namespace

GraphLayouter::GraphLayouter() = default;

GraphLayouter::~GraphLayouter() = default;

std::shared_ptr<const GraphLayout> GraphLayouter::layout(const LayoutRequest& request)
{
    std::vector<int> key = keyOf(request);
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;

    if (!m_context)
        m_context = std::make_unique<Context>();
    Q_ASSERT(m_context->thread == QThread::currentThread());
    if (m_context->gvc == nullptr)
        fail();
    auto result = std::make_shared<const GraphLayout>(computeLayout(m_context->gvc, request));
    if (m_known.size() >= mostRemembered)
        m_known.clear();
    m_known.emplace(std::move(key), result);
    return result;
}

} // namespace inverso::ui
