// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/export/cell_export.h"

#include <graphviz/gvc.h>

#include <algorithm>
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

/// On that background; empty: that of the DOT text.
std::string render(const std::string& dot, std::string background)
{
    static std::mutex turn; // Graphviz is not thread-safe
    const std::lock_guard lock(turn);

    const std::unique_ptr<Agraph_t, GraphCloser> graph(agmemread(dot.c_str()));
    if (!graph)
        fail("read");
    std::string name = "bgcolor";
    if (!background.empty())
        agset(graph.get(), name.data(), background.data());
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

} // namespace

std::string toSvg(const SearchSpace& space, CellIndex cell)
{
    return render(toDot(space, cell), {});
}

std::string toPageElement(const SearchSpace& space, CellIndex cell)
{
    const std::string svg = render(toDot(space, cell), "transparent");
    // Without the XML prologue, which has no place inside a page.
    return "<div class=\"cell scroll\">" + svg.substr(std::min(svg.find("<svg"), svg.size())) + "</div>\n";
}

} // namespace inverso
