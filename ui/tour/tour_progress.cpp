// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour_progress.h"

#include <QSettings>

#include <algorithm>

namespace inverso::ui {

namespace {

QString pageKey()
{
    return QStringLiteral("tour/page");
}

QString doneKey()
{
    return QStringLiteral("tour/done");
}

} // namespace

TourProgress::TourProgress(std::span<const TourPage> pages)
    : m_pages(pages)
{
    const QSettings settings;
    const QString remembered = settings.value(pageKey()).toString();
    const auto found =
        std::ranges::find_if(pages, [&](const TourPage& page) { return remembered == QLatin1String(page.id); });
    if (found != pages.end())
        m_page = static_cast<int>(found - pages.begin());
    m_done = settings.value(doneKey()).toStringList();
}

QString TourProgress::id(int page) const
{
    return QString::fromLatin1(m_pages[static_cast<std::size_t>(page)].id);
}

void TourProgress::setPage(int page)
{
    m_page = page;
    QSettings().setValue(pageKey(), id(page));
}

bool TourProgress::isDone(int page) const
{
    return m_done.contains(id(page));
}

void TourProgress::setDone(int page)
{
    if (isDone(page))
        return;
    m_done.append(id(page));
    QSettings().setValue(doneKey(), m_done);
}

} // namespace inverso::ui
