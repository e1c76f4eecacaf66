// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/map_layouts.h"

#include <algorithm>

namespace inverso::ui {

std::vector<MapLayoutPtr> MapLayouts::available() const
{
    std::vector<MapLayoutPtr> layouts = m_ready;
    if (m_live)
        layouts.push_back(m_live);
    return layouts;
}

void MapLayouts::setReady(std::vector<MapLayoutPtr> layouts)
{
    const MapLayoutPtr before = m_shown;
    const auto kind = m_shown ? m_shown->kind : MapLayout::Kind::Ready;
    m_ready = std::move(layouts);
    m_live.reset();
    const auto same = std::ranges::find(m_ready, kind, [](const MapLayoutPtr& layout) { return layout->kind; });
    m_shown = same != m_ready.end() ? *same : m_ready.empty() ? nullptr : m_ready.front();
    emit availableChanged();
    emit shownChanged(m_shown != before);
}

void MapLayouts::setLive(MapLayoutPtr layout)
{
    const bool first = m_live == nullptr;
    const bool begins = first || layout->iteration == 0;
    const bool follows = begins || m_shown == m_live;
    m_live = std::move(layout);
    if (first)
        emit availableChanged();
    if (!follows)
        return;
    m_shown = m_live;
    emit shownChanged(begins);
}

void MapLayouts::show(MapLayout::Kind kind)
{
    const auto layouts = available();
    const auto found = std::ranges::find(layouts, kind, [](const MapLayoutPtr& layout) { return layout->kind; });
    if (found == layouts.end() || *found == m_shown)
        return;
    m_shown = *found;
    emit shownChanged(true);
}

} // namespace inverso::ui
