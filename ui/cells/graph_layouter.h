// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <map>
#include <memory>
#include <vector>

namespace inverso::ui {

/// Where the vertices and edges of a graph go, in points, y downwards, from (0, 0) to `size`.
struct GraphLayout
{
    struct Vertex
    {
        int index = 0; ///< in the Graph
        QRectF box;
    };
    struct Edge
    {
        int from = 0;
        int to = 0;
        QPainterPath path; ///< ends at the base of the arrow head
        QPointF tip;       ///< of the arrow head
    };

    QSizeF size;
    std::vector<Vertex> vertices;
    std::vector<Edge> edges;
};

/// Lays graphs out with Graphviz `dot`: boxes of one fixed size, from top to bottom. Graphviz keeps
/// global state: all use is on the one thread that made the layouter. Layouts are remembered by
/// adjacency, which for a space with fixed edges means one layout for all cells.
class GraphLayouter
{
public:
    static constexpr double boxWidth = 94.0;
    static constexpr double boxHeight = 26.0;

    GraphLayouter();
    ~GraphLayouter();
    GraphLayouter(const GraphLayouter&) = delete;
    GraphLayouter& operator=(const GraphLayouter&) = delete;

    /// Padding vertices are left out. Throws Error when Graphviz cannot lay it out.
    std::shared_ptr<const GraphLayout> layout(const Graph& graph);

private:
    struct Context;

    std::unique_ptr<Context> m_context;
    std::map<std::vector<std::uint8_t>, std::shared_ptr<const GraphLayout>> m_known;
};

} // namespace inverso::ui
