// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/filter.h"
#include "ui/worker/messages.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace inverso::ui {

class ExplorerState;
class MapPanel;
class Selection;
class SearchController;

/// Keeps with a recorded run what the window shows of it (selected cells, filter, what colours say, the round on the
/// slider), the favourites with their notes and the runs that wait for its end, and brings that back when its session
/// is opened to go on with it.
class SessionNotes : public QObject
{
    Q_OBJECT

public:
    SessionNotes(ExplorerState& state, Selection& selection, SearchController& controller, QObject* parent = nullptr);

    /// Not owned; another one in another language, none in between.
    void setMap(MapPanel* map);

    /// The view as JSON; cells are written as SearchSpace::text() does.
    [[nodiscard]] QByteArray view() const;
    /// Sets what can be understood.
    void setView(const QByteArray& json);

private:
    void note();
    void noteQueue();
    void onSessionOpened(const OpenedSession& session);

    ExplorerState& m_state;
    Selection& m_selection;
    SearchController& m_controller;
    QPointer<MapPanel> m_map;
    QTimer m_timer;
    QTimer m_queueTimer;
    QByteArray m_view; ///< as kept
    QByteArray m_favourites;
    QByteArray m_queue;
    std::optional<int> m_round; ///< to be shown once it is there
};

} // namespace inverso::ui
