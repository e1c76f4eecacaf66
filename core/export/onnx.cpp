// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/export/cell_export.h"
#include "core/export/onnx_network.h"

#include <onnx/shape_inference/implementation.h>

namespace inverso {

namespace {

// Widely read: operator set 13 and IR 7 are of 2020.
constexpr int operatorSet = 13;
constexpr int irVersion = 7;

std::unique_ptr<OnnxNetwork> networkOf(const SearchSpace& space, CellIndex cell, OnnxGraph& graph)
{
    if (const auto* nasbench101 = dynamic_cast<const NasBench101*>(&space))
        return nasbench101Onnx(nasbench101->form(cell), graph);
    if (space.name() == "nasbench201")
        return nasbench201Onnx(space, cell, graph);
    throw UsageError("The form \"onnx\" is not available for " + std::string(space.title())
                     + "; use text, json, hash, dot or svg.");
}

void addProperty(onnx::ModelProto& model, const char* key, const std::string& value)
{
    onnx::StringStringEntryProto& entry = *model.add_metadata_props();
    entry.set_key(key);
    entry.set_value(value);
}

} // namespace

std::string toOnnx(const SearchSpace& space, CellIndex cell, OnnxScope scope)
{
    onnx::ModelProto model;
    model.set_ir_version(irVersion);
    model.add_opset_import()->set_version(operatorSet);
    model.set_producer_name("Inverso");
    model.set_doc_string(std::string(space.title()) + " cell " + space.text(cell)
                         + (scope == OnnxScope::Network ? " in the benchmark's network for 32×32 images" : "")
                         + ". Weights are initial values, not trained.");
    addProperty(model, "space", std::string(space.name()));
    addProperty(model, "cell", space.text(cell));

    OnnxGraph graph(*model.mutable_graph(), space.text(cell));
    const auto network = networkOf(space, cell, graph);
    if (scope == OnnxScope::Network)
        network->writeNetwork();
    else
        network->writeCell();
    onnx::shape_inference::InferShapes(model); // viewers then show the size of every value
    graph.fillWeights();
    return model.SerializeAsString();
}

} // namespace inverso
