// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <map>
#include <memory>
#include <vector>

namespace inverso::ui {

/// A graph to lay out: boxes and the edges between them, by number.
struct LayoutRequest
{
    struct Edge
    {
        int from = 0;
        int to = 0;
        bool arrow = true;
    };
    std::vector<QSize> boxes; ///< points
    std::vector<Edge> edges;  ///< no two between the same boxes
};

/// Their positions in points, y downwards, from (0, 0) to `size`; in the order of the request.
struct GraphLayout
{
    struct Edge
    {
        int from = 0;
        int to = 0;
        QPainterPath path; ///< ends at the base of the arrow head
        QPointF tip;       ///< of the arrow head; the path's end if there is no arrow head
    };

    QSizeF size;
    std::vector<QRectF> boxes;
    std::vector<Edge> edges;
};

/// Lays graphs out with Graphviz `dot`, from top to bottom. Graphviz keeps global state: use a layouter only on the
/// thread that created it. Layouts are cached, so a space with fixed edges needs one layout for all cells.
class GraphLayouter
{
public:
    GraphLayouter();
    ~GraphLayouter();
    GraphLayouter(const GraphLayouter&) = delete;
    GraphLayouter& operator=(const GraphLayouter&) = delete;

    /// Throws Error if Graphviz cannot lay it out.
    std::shared_ptr<const GraphLayout> layout(const LayoutRequest& request);

private:
    struct Context;

    std::unique_ptr<Context> m_context;
    std::map<std::vector<int>, std::shared_ptr<const GraphLayout>> m_known;
};

} // namespace inverso::ui
