// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace inverso {

/// Sizes and loss weights of the graph VAE (thesis Tables 8, 9; method.md §2). The initial values are the
/// printed ones.
struct GvaeSettings
{
    // Encoder
    int hidden = 128;      ///< width of GIN layers 1 … ginLayers−1
    int ginLayers = 5;     ///< the last one has ginOutput channels
    int ginOutput = 16;    ///< width of the last GIN layer
    int aggregations = 5;  ///< how many of the layers aggregate neighbours, from the first (the reference: 1)
    double selfWeight = 0; ///< initial ε of Eq. 5, learnt; above 0 a vertex differs from its neighbours from the start
    int latent = 16;       ///< channels of μ and log σ² per vertex
    double noise = 0.05;   ///< α of Eq. 4
    // Decoder
    int modelWidth = 32; ///< d_model
    int blocks = 3;
    int heads = 3;
    int keySize = 32; ///< per head
    int feedForward = 256;
    bool pairEdgeHead = false; ///< a separate logit for each ordered pair of vertices, instead of the printed head
    /// Decode to the most probable graph within the space's edge limit: where the decoder gives more edges, the least
    /// probable ones are cut. Off (method.md §1): such a decode is invalid.
    bool limitEdges = false;
    // Loss, Eq. 9
    double operationWeight = 1.0;
    double edgeWeight = 1.0;
    double klWeight = 0.16;
    /// Weight of the linear head that predicts the standardised label-free descriptors from μ, which
    /// shapes the latent by what a cell computes; 0: no such head (the thesis).
    double descriptorWeight = 0.0;

    [[nodiscard]] std::string toJson() const;
    /// Throws Error for an unknown name: the weights are of a newer version.
    static GvaeSettings fromJson(const std::string& text);
};

} // namespace inverso
