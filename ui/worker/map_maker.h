// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/projection/tsne.h"
#include "ui/state/map_layout.h"

#include <QObject>
#include <QThread>

#include <stop_token>

namespace inverso::ui {

class MapWorker;

/// The input and the settings of a map.
struct MapRequest
{
    std::shared_ptr<const Matrix> codes; ///< a row per cell
    bool tuned = false;                  ///< MapLayout::tuned
    TsneSettings settings;
    std::vector<QPointF> start; ///< start positions of the cells; empty: those of `settings`
    std::stop_token stop;
};

/// The window's handle on a t-SNE that runs on its own thread, in parallel with the search. GUI thread only;
/// never blocks, except when it is destroyed.
class MapMaker : public QObject
{
    Q_OBJECT

public:
    explicit MapMaker(QObject* parent = nullptr);
    /// Stops and joins the thread.
    ~MapMaker() override;

    [[nodiscard]] MapPhase phase() const { return m_phase; }
    /// The requested iterations of the current map.
    [[nodiscard]] int iterations() const { return m_iterations; }

public slots:
    /// Starts a new map and cancels the current one. The maker sets `request.stop` itself.
    void start(inverso::ui::MapRequest request);
    void pause();
    /// Resumes the map; a finished one gets the same number of iterations again.
    void resume();
    /// Cancels the map: the drawn layout stays unchanged.
    void stop();

signals:
    void phaseChanged(inverso::ui::MapPhase phase);
    /// 0…1 while the neighbours are computed.
    void preparing(double fraction);
    /// The layout after some more iterations; about ten times per second.
    void advanced(const inverso::ui::MapLayoutPtr& layout);
    void failed(const QString& sentence);

private:
    void setPhase(MapPhase phase);
    template <typename Call> void post(Call call);

    QThread m_thread;
    MapWorker* m_worker; ///< lives on m_thread, which deletes it
    std::stop_source m_stop;
    quint64 m_map = 0; ///< numbers the maps: signals of cancelled ones are ignored
    MapPhase m_phase = MapPhase::Idle;
    int m_iterations = 0;
    int m_portion = 0; ///< iterations requested at the start
};

} // namespace inverso::ui
