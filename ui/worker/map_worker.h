// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/worker/map_maker.h"

#include <optional>

namespace inverso::ui {

/// Runs t-SNE on the thread it lives on, some iterations per turn of its event loop, so that pause and
/// resume are plain queued calls. Nothing is thrown across threads.
class MapWorker : public QObject
{
    Q_OBJECT

public:
    void start(quint64 map, const MapRequest& request);
    void pause() { m_until = 0; }
    void resumeUntil(int iteration);

signals:
    void preparing(quint64 map, double fraction);
    void advanced(quint64 map, const inverso::ui::MapLayoutPtr& layout);
    /// The requested iterations are done.
    void finished(quint64 map);
    void failed(quint64 map, const QString& sentence);

private:
    void schedule();
    void advance();
    [[nodiscard]] MapLayoutPtr layout();

    quint64 m_map = 0;
    MapRequest m_request;
    std::optional<Tsne> m_tsne;
    int m_until = 0;
    int m_slice = 1; ///< iterations between two pictures
    bool m_scheduled = false;
};

} // namespace inverso::ui
