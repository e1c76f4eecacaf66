// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/export/cell_export.h"

#include <graphviz/gvc.h>

#include <memory>
#include <mutex>

namespace inverso {

namespace {

// One context for the whole process: making one reads the plug-in list from disk.
GVC_t* graphvizContext()
{
    static const std::unique_ptr<GVC_t, int (*)(GVC_t*)> context(gvContext(), gvFreeContext);
    return context.get();
}

struct GraphCloser
{
    void operator()(Agraph_t* graph) const
    {
        gvFreeLayout(graphvizContext(), graph);
        agclose(graph);
    }
};

[[noreturn]] void fail(const char* doing)
{
    throw Error(std::string("Graphviz could not ") + doing
                + " the cell; are its plug-ins installed (package libgvc6, command \"dot -c\")?");
}

} // namespace

std::string toSvg(const SearchSpace& space, CellIndex cell)
{
    static std::mutex turn; // Graphviz is not thread-safe
    const std::lock_guard lock(turn);

    const std::string dot = toDot(space, cell);
    const std::unique_ptr<Agraph_t, GraphCloser> graph(agmemread(dot.c_str()));
    if (!graph)
        fail("read");
    if (gvLayout(graphvizContext(), graph.get(), "dot") != 0)
        fail("lay out");
    char* data = nullptr;
    unsigned int length = 0;
    if (gvRenderData(graphvizContext(), graph.get(), "svg", &data, &length) != 0 || !data)
        fail("draw");
    std::string svg(data, length);
    gvFreeRenderData(data);
    return svg;
}

} // namespace inverso
