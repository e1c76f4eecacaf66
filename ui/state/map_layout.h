// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <QPointF>

#include <memory>
#include <vector>

namespace inverso::ui {

/// The position on the map of every cell of a space, and how it was computed. Immutable once shared.
struct MapLayout
{
    enum class Kind {
        Ready,          ///< a t-SNE that came with the weights
        PrincipalPlane, ///< the two leading principal components of μ
        Live,           ///< a t-SNE of this session, perhaps still running
    };

    Kind kind = Kind::PrincipalPlane;
    std::vector<QPointF> places; ///< by CellIndex, y upwards
    // Of t-SNE only:
    double perplexity = 0.0;
    int iteration = 0;
    double klDivergence = 0.0; ///< nats
    bool tuned = false;        ///< of the codes of the run's own encoder (end-to-end fine-tuning)
};
using MapLayoutPtr = std::shared_ptr<const MapLayout>;

/// The phase of a t-SNE of this session.
enum class MapPhase {
    Idle,      ///< there is nothing to resume
    Preparing, ///< computing the neighbours and their weights
    Running,
    Paused,
    Finished, ///< more iterations can be added
};

/// The user's settings of a t-SNE.
struct MapWish
{
    double perplexity = 30.0;
    int iterations = 1000;
    bool tuned = false;     ///< of the codes of the run's own encoder
    bool fromShown = false; ///< the cells start where they are on the map, not on the principal plane
};

/// n × 2 numbers as points.
inline std::vector<QPointF> mapPlaces(const Matrix& positions)
{
    std::vector<QPointF> places;
    places.reserve(positions.rows);
    for (std::size_t i = 0; i < positions.rows; ++i)
        places.emplace_back(double{positions(i, 0)}, double{positions(i, 1)});
    return places;
}

} // namespace inverso::ui
