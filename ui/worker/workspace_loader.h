// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/workspace.h"
#include "ui/worker/search_engine.h"

#include "core/session/session_file.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace inverso::ui {

/// Opens benchmarks together with the latents and maps of their spaces, which it caches. Worker's thread only.
class WorkspaceLoader
{
public:
    explicit WorkspaceLoader(SearchEnginePtr engine);

    /// A table or images, without latents. Throws Error, and Cancelled after `stop`.
    [[nodiscard]] std::shared_ptr<Workspace> openBenchmark(const QString& nameOrPath, const std::stop_token& stop);
    /// The benchmark with its ready map alone, if its latents are not encoded yet; null without such a map, or if the
    /// latents exist.
    [[nodiscard]] WorkspacePtr withReadyMap(const Workspace& workspace);
    /// Adds the usual latents, which may take a second, or the reason why there are none.
    void addLatents(Workspace& workspace);
    /// The benchmark of a session with the latents of its search. Throws Error if either differs from the recording,
    /// and the errors of openBenchmark().
    [[nodiscard]] WorkspacePtr openRecorded(const SessionHeader& header, Preset preset, const std::stop_token& stop);
    /// Throws Error if there are no weights.
    [[nodiscard]] std::shared_ptr<const LatentSpace> latents(const SearchSpace& space, Preset preset);
    /// The same benchmark with these latents.
    [[nodiscard]] WorkspacePtr withLatents(const Workspace& workspace, std::shared_ptr<const LatentSpace> latents,
                                           Preset preset);

private:
    using Key = std::pair<std::string, Preset>;

    [[nodiscard]] MapLayoutPtr readyMap(const SearchSpace& space, Preset preset);
    [[nodiscard]] std::vector<MapLayoutPtr> layouts(const LatentSpace& latents, Preset preset);

    SearchEnginePtr m_engine;
    std::map<Key, std::shared_ptr<const LatentSpace>> m_latents;
    std::map<Key, MapLayoutPtr> m_maps; ///< shipped
};

} // namespace inverso::ui
