// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <QPointF>

#include <memory>
#include <vector>

namespace inverso::ui {

/// A place on the map for every cell of a space, and how it came about. Immutable once shared.
struct MapLayout
{
    enum class Kind {
        Ready,          ///< a t-SNE that came with the weights
        PrincipalPlane, ///< the two leading principal components of μ
        Live,           ///< a t-SNE of this session, maybe still on its way
    };

    Kind kind = Kind::PrincipalPlane;
    std::vector<QPointF> places; ///< by CellIndex, y upwards
    // Of t-SNE only:
    double perplexity = 0.0;
    int iteration = 0;
    double klDivergence = 0.0; ///< nats
    bool tuned = false;        ///< of the codes that the run's own encoder gives (end-to-end fine-tuning)
};
using MapLayoutPtr = std::shared_ptr<const MapLayout>;

/// How far a t-SNE of this session is.
enum class MapPhase {
    Idle,      ///< nothing to go on with
    Preparing, ///< finding and weighing neighbours
    Running,
    Paused,
    Finished, ///< can be gone on with beyond the iterations asked for
};

/// What a person wants of a t-SNE.
struct MapWish
{
    double perplexity = 30.0;
    int iterations = 1000;
    bool tuned = false;     ///< of the codes that the run's own encoder gives
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
