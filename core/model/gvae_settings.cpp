// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/gvae_settings.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace inverso {

namespace {

/// Calls visit(name, field) for each setting: one list for writing and reading.
template <typename Settings, typename Visitor> void visitFields(Settings& s, Visitor&& visit)
{
    visit("hidden", s.hidden);
    visit("gin_layers", s.ginLayers);
    visit("gin_output", s.ginOutput);
    visit("aggregations", s.aggregations);
    visit("self_weight", s.selfWeight);
    visit("latent", s.latent);
    visit("noise", s.noise);
    visit("model_width", s.modelWidth);
    visit("blocks", s.blocks);
    visit("heads", s.heads);
    visit("key_size", s.keySize);
    visit("feed_forward", s.feedForward);
    visit("pair_edge_head", s.pairEdgeHead);
    visit("limit_edges", s.limitEdges);
    visit("operation_weight", s.operationWeight);
    visit("edge_weight", s.edgeWeight);
    visit("kl_weight", s.klWeight);
    visit("descriptor_weight", s.descriptorWeight);
}

/// Settings that the oldest weights do not have; they used the initial value.
bool isLater(std::string_view name)
{
    return name == "limit_edges";
}

} // namespace

std::string GvaeSettings::toJson() const
{
    nlohmann::ordered_json json;
    visitFields(*this, [&](const char* name, const auto& value) { json[name] = value; });
    return json.dump();
}

GvaeSettings GvaeSettings::fromJson(const std::string& text)
{
    GvaeSettings settings;
    try {
        auto json = nlohmann::json::parse(text);
        visitFields(settings, [&](const char* name, auto& value) {
            if (!json.contains(name) && isLater(name))
                return; // the weights were made before there was a choice
            json.at(name).get_to(value);
            json.erase(name);
        });
        if (!json.empty())
            throw Error("The weights use the setting '" + json.begin().key()
                        + "', which this version does not know. Update the program or make the weights again with "
                          "./dev weights.");
    } catch (const nlohmann::json::exception&) {
        throw Error("The settings stored with the weights cannot be read. Make the weights again with ./dev weights.");
    }
    return settings;
}

} // namespace inverso
