// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/cell_export.h"

#include <nlohmann/json.hpp>

namespace inverso {

using Json = nlohmann::ordered_json;

std::string toJson(const SearchSpace& space, CellIndex cell, int indent)
{
    const Graph graph = space.graph(cell);
    Json labels = Json::array();
    Json edges = Json::array();
    for (int from = 0; from < graph.vertexCount(); ++from) {
        const std::uint8_t label = graph.labels[static_cast<std::size_t>(from)];
        labels.push_back(label == Graph::padding ? Json() : Json(space.labels()[label]));
        for (int to = 0; to < graph.vertexCount(); ++to) {
            if (graph.edge(from, to))
                edges.push_back({from, to});
        }
    }
    Json descriptors = Json::object();
    const std::vector<float> values = space.descriptors(cell);
    for (std::size_t i = 0; i < values.size(); ++i)
        descriptors[std::string(space.descriptorNames()[i])] = values[i];
    return Json{{"space", space.name()},
                {"cell", space.text(cell)},
                {"index", cell},
                {"hash", space.identity(cell)},
                {"functional_class", space.functionalClass(cell)},
                {"vertices", std::move(labels)},
                {"edges", std::move(edges)},
                {"descriptors", std::move(descriptors)}}
               .dump(indent)
           + "\n";
}

} // namespace inverso
