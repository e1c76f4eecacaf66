// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to core/export: the parts of toOnnx() for each space.
#include "core/cell/nasbench101.h"
#include "core/export/onnx_graph.h"

#include <memory>
#include <string>

namespace inverso {

/// Writes a cell, or the benchmark's network of it, into a graph, which must outlive this object.
class OnnxNetwork
{
public:
    virtual ~OnnxNetwork() = default;
    virtual void writeCell() = 0;
    virtual void writeNetwork() = 0;
};

std::unique_ptr<OnnxNetwork> nasbench101Onnx(const NasBench101Form& form, OnnxGraph& graph);
std::unique_ptr<OnnxNetwork> nasbench201Onnx(const SearchSpace& space, CellIndex cell, OnnxGraph& graph);

/// "prefix.name", or the name alone.
inline std::string joined(const std::string& prefix, std::string_view name)
{
    return prefix.empty() ? std::string(name) : prefix + "." + std::string(name);
}

} // namespace inverso
