// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/projection/tsne.h"
#include "ui/state/map_layout.h"

#include <QObject>
#include <QThread>

#include <stop_token>

namespace inverso::ui {

class MapWorker;

/// What is to be mapped, and how.
struct MapRequest
{
    std::shared_ptr<const Matrix> codes; ///< a row per cell
    bool tuned = false;                  ///< MapLayout::tuned
    TsneSettings settings;
    std::vector<QPointF> start; ///< where the cells begin; empty: where `settings` says
    std::stop_token stop;
};

/// The window's handle on a t-SNE that runs on a thread of its own, beside the search. GUI thread only;
/// never blocks, except when it is destroyed.
class MapMaker : public QObject
{
    Q_OBJECT

public:
    explicit MapMaker(QObject* parent = nullptr);
    /// Stops and joins the thread.
    ~MapMaker() override;

    [[nodiscard]] MapPhase phase() const { return m_phase; }
    /// Iterations asked for, of the map that is being made.
    [[nodiscard]] int iterations() const { return m_iterations; }

public slots:
    /// A new map; one on its way is given up. `request.stop` is the maker's own matter.
    void start(inverso::ui::MapRequest request);
    void pause();
    /// Goes on; a finished one by as many iterations again as were asked for.
    void resume();
    /// Gives the map up: what is drawn stays as it is.
    void stop();

signals:
    void phaseChanged(inverso::ui::MapPhase phase);
    /// 0…1 while neighbours are found.
    void preparing(double fraction);
    /// Some iterations on; ten times a second or so.
    void advanced(const inverso::ui::MapLayoutPtr& layout);
    void failed(const QString& sentence);

private:
    void setPhase(MapPhase phase);
    template <typename Call> void post(Call call);

    QThread m_thread;
    MapWorker* m_worker; ///< lives on m_thread, which deletes it
    std::stop_source m_stop;
    quint64 m_map = 0; ///< numbers the maps: what a given-up one still sends is not heard
    MapPhase m_phase = MapPhase::Idle;
    int m_iterations = 0;
    int m_portion = 0; ///< asked for at the start
};

} // namespace inverso::ui
