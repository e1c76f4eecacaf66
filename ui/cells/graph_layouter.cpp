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
    setAttribute(graph, AGNODE, "width", QByteArray::number(GraphLayouter::boxWidth / pointsPerInch));
    setAttribute(graph, AGNODE, "height", QByteArray::number(GraphLayouter::boxHeight / pointsPerInch));
    setAttribute(graph, AGEDGE, "arrowsize", "0.7");
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

GraphLayout computeLayout(GVC_t* gvc, const Graph& graph)
{
    QByteArray name("cell");
    const GraphHandle handle(agopen(name.data(), Agdirected, nullptr));
    if (!handle)
        fail();
    setAttributes(handle.get());

    const int n = graph.vertexCount();
    std::vector<Agnode_t*> nodes(static_cast<std::size_t>(n), nullptr);
    for (int v = 0; v < n; ++v) {
        if (graph.labels[static_cast<std::size_t>(v)] == Graph::padding)
            continue;
        QByteArray id = QByteArray::number(v);
        nodes[static_cast<std::size_t>(v)] = agnode(handle.get(), id.data(), 1);
    }
    std::vector<std::pair<Agedge_t*, std::pair<int, int>>> edges;
    for (int from = 0; from < n; ++from) {
        for (int to = 0; to < n; ++to) {
            Agnode_t* tail = nodes[static_cast<std::size_t>(from)];
            Agnode_t* head = nodes[static_cast<std::size_t>(to)];
            if (graph.edge(from, to) && tail != nullptr && head != nullptr)
                edges.push_back({agedge(handle.get(), tail, head, nullptr, 1), {from, to}});
        }
    }
    if (gvLayout(gvc, handle.get(), "dot") != 0)
        fail();
    const LayoutRelease release(gvc, handle.get());

    GraphLayout result;
    const boxf bounds = GD_bb(handle.get());
    result.size = QSizeF(bounds.UR.x, bounds.UR.y);
    for (int v = 0; v < n; ++v) {
        if (Agnode_t* node = nodes[static_cast<std::size_t>(v)]) {
            QRectF box(0, 0, GraphLayouter::boxWidth, GraphLayouter::boxHeight);
            box.moveCenter(flipped(ND_coord(node), bounds.UR.y));
            result.vertices.push_back({v, box});
        }
    }
    for (const auto& [edge, ends] : edges)
        result.edges.push_back(edgeOf(edge, ends.first, ends.second, bounds.UR.y));
    return result;
}

} // namespace

GraphLayouter::GraphLayouter() = default;

GraphLayouter::~GraphLayouter() = default;

std::shared_ptr<const GraphLayout> GraphLayouter::layout(const Graph& graph)
{
    std::vector<std::uint8_t> key = graph.adjacency; // padding vertices matter too
    for (const std::uint8_t label : graph.labels)
        key.push_back(label == Graph::padding ? 1 : 0);
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;

    if (!m_context)
        m_context = std::make_unique<Context>();
    Q_ASSERT(m_context->thread == QThread::currentThread());
    if (m_context->gvc == nullptr)
        fail();
    auto result = std::make_shared<const GraphLayout>(computeLayout(m_context->gvc, graph));
    if (m_known.size() >= mostRemembered)
        m_known.clear();
    m_known.emplace(std::move(key), result);
    return result;
}

} // namespace inverso::ui
