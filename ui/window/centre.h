// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedWidget;

namespace inverso::ui {

class ExplorerState;
class MapPanel;
class NoticeBar;
class Selection;
class StartPage;

/// The middle of the window: the start page or the map, below the bars for notices and for recovery.
class Centre : public QWidget
{
public:
    Centre(ExplorerState& state, Selection& selection);

    [[nodiscard]] NoticeBar& recovery() const { return *m_recovery; }
    [[nodiscard]] NoticeBar& notice() const { return *m_notice; }
    /// Of the start page and the map.
    [[nodiscard]] QStackedWidget& pages() const { return *m_pages; }
    [[nodiscard]] StartPage& startPage() const { return *m_startPage; }
    [[nodiscard]] MapPanel& map() const { return *m_map; }

private:
    NoticeBar* m_recovery;
    NoticeBar* m_notice;
    QStackedWidget* m_pages;
    StartPage* m_startPage;
    MapPanel* m_map;
};

} // namespace inverso::ui
