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

/// Stores with a recorded run how the window shows it (selected cells, filter, colouring, the round on the slider), the
/// favourites with their notes and the queued runs, and restores that when its session is resumed.
class SessionNotes : public QObject
{
    Q_OBJECT

public:
    SessionNotes(ExplorerState& state, Selection& selection, SearchController& controller, QObject* parent = nullptr);

    /// Not owned; replaced when the language changes, null in between.
    void setMap(MapPanel* map);

    /// The view as JSON; cells are written as SearchSpace::text().
    [[nodiscard]] QByteArray view() const;
    /// Restores the readable parts.
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
    QByteArray m_view; ///< as stored
    QByteArray m_favourites;
    QByteArray m_queue;
    std::optional<int> m_round; ///< shown as soon as it exists
};

} // namespace inverso::ui
