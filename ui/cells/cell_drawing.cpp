// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/cell_drawing.h"

#include <QCoreApplication>

#include <algorithm>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::CellDrawing)
};

constexpr QSize boxSize(94, 26);
constexpr QSize roundSize(26, 26);

/// Collects boxes and lines; equal lines become one that is counted.
class Drawer
{
public:
    Drawer(const SearchSpace& space, CellIndex cell)
        : m_labels(space.labels())
        , m_graph(space.graph(cell))
        , m_live(liveVertices(m_graph, m_labels))
    {
    }

    CellDrawing draw(const CellDiagram& diagram, GraphLayouter& layouter)
    {
        const bool onEdges =
            std::ranges::any_of(diagram.edges, [](const auto& edge) { return edge.vertex != CellDiagram::noVertex; });
        for (const CellDiagram::Node& node : diagram.nodes)
            addNode(node.vertex, onEdges);
        for (const CellDiagram::Edge& edge : diagram.edges)
            addEdge(diagram, edge);
        for (std::size_t i = 0; i < m_drawing.boxes.size(); ++i) {
            if (m_drawing.boxes[i].vertex == CellDiagram::noVertex)
                m_drawing.boxes[i].live = touchesLiveLine(static_cast<int>(i));
        }
        m_drawing.layout = layouter.layout(m_request);
        return std::move(m_drawing);
    }

private:
    [[nodiscard]] bool live(int vertex) const { return m_live[static_cast<std::size_t>(vertex)]; }

    void addNode(int vertex, bool round)
    {
        if (!round)
            return static_cast<void>(addBox(vertex));
        CellDrawing::Box box{operationStyle("input"), vertex, true, vertex == CellDiagram::noVertex || live(vertex)};
        box.style.name = QString::number(m_drawing.boxes.size());
        m_drawing.boxes.push_back(std::move(box));
        m_request.boxes.push_back(roundSize);
    }

    int addBox(int vertex)
    {
        const std::string_view label = m_labels[m_graph.labels[static_cast<std::size_t>(vertex)]];
        m_drawing.boxes.push_back({operationStyle(label), vertex, false, live(vertex)});
        m_request.boxes.push_back(boxSize);
        return static_cast<int>(m_drawing.boxes.size()) - 1;
    }

    /// An operation on an edge is a box in the middle of the line.
    void addEdge(const CellDiagram& diagram, const CellDiagram::Edge& edge)
    {
        const int tail = diagram.nodes[static_cast<std::size_t>(edge.from)].vertex;
        const int head = diagram.nodes[static_cast<std::size_t>(edge.to)].vertex;
        if (edge.vertex != CellDiagram::noVertex) {
            const int middle = addBox(edge.vertex);
            addLine({edge.from, middle, false}, {tail, edge.vertex}, live(edge.vertex));
            addLine({middle, edge.to, true}, {edge.vertex, head}, live(edge.vertex));
            return;
        }
        std::vector<int> chain{tail};
        chain.insert(chain.end(), edge.through.begin(), edge.through.end());
        chain.push_back(head);
        addLine({edge.from, edge.to, true}, std::move(chain), live(tail) && live(head));
    }

    void addLine(const LayoutRequest::Edge& edge, std::vector<int> chain, bool isLive)
    {
        for (std::size_t i = 0; i < m_request.edges.size(); ++i) {
            if (m_request.edges[i].from == edge.from && m_request.edges[i].to == edge.to)
                return m_drawing.lines[i].chains.push_back(std::move(chain));
        }
        m_request.edges.push_back(edge);
        m_drawing.lines.push_back({{std::move(chain)}, isLive});
    }

    [[nodiscard]] bool touchesLiveLine(int box) const
    {
        for (std::size_t i = 0; i < m_request.edges.size(); ++i) {
            if (m_drawing.lines[i].live && (m_request.edges[i].from == box || m_request.edges[i].to == box))
                return true;
        }
        return false;
    }

    std::span<const std::string_view> m_labels;
    Graph m_graph;
    std::vector<bool> m_live;
    LayoutRequest m_request;
    CellDrawing m_drawing;
};

/// Whether the chain passes from one vertex to the other; noVertex at an end matches any vertex.
bool passes(const std::vector<int>& chain, const CellElement& edge)
{
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        const bool tail = chain[i] == edge.from || chain[i] == CellDiagram::noVertex;
        const bool head = chain[i + 1] == edge.to || chain[i + 1] == CellDiagram::noVertex;
        if (tail && head)
            return true;
    }
    return false;
}

} // namespace

bool CellDrawing::boxShows(std::size_t box, const CellElement& element) const
{
    return element.isVertex() && boxes[box].vertex == element.from;
}

bool CellDrawing::lineShows(std::size_t line, const CellElement& element) const
{
    return std::ranges::any_of(lines[line].chains, [&](const std::vector<int>& chain) {
        if (!element.isVertex())
            return passes(chain, element);
        return std::find(chain.begin() + 1, chain.end() - 1, element.from) != chain.end() - 1; // contracted
    });
}

CellDrawing drawCell(const SearchSpace& space, CellIndex cell, GraphLayouter& layouter, CellForm form)
{
    return Drawer(space, cell).draw(space.diagram(cell, form), layouter);
}

QString formName(CellForm form)
{
    switch (form) {
    case CellForm::OperationsOnVertices:
        return Words::tr("On nodes");
    case CellForm::OperationsOnEdges:
        return Words::tr("On edges");
    case CellForm::Simplified:
        return Words::tr("Simplified");
    }
    return {};
}

QString formExplanation(CellForm form)
{
    switch (form) {
    case CellForm::OperationsOnVertices:
        return Words::tr(
            "Operations on nodes: the graph that the model reads. Parts that do not reach the output are faded.");
    case CellForm::OperationsOnEdges:
        return Words::tr("Operations on edges, as the benchmark's authors draw it: each node adds up what arrives.");
    case CellForm::Simplified:
        return Words::tr("What the cell computes: none and the parts that it cuts off are removed, and skips become "
                         "edges; ×2: a result is added twice.");
    }
    return {};
}

QString elementText(const SearchSpace& space, CellIndex cell, const CellElement& element)
{
    if (!element.isVertex())
        return Words::tr("edge %1 → %2").arg(element.from).arg(element.to);
    const std::uint8_t label = space.graph(cell).labels[static_cast<std::size_t>(element.from)];
    if (label == Graph::padding)
        return Words::tr("vertex %1, padding").arg(element.from);
    return Words::tr("vertex %1, %2").arg(element.from).arg(operationStyle(space.labels()[label]).name);
}

} // namespace inverso::ui
