// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/tour_pages.h"

#include <QStringList>

namespace inverso::ui {

/// The user's progress in the tour, stored in QSettings ("tour/page", "tour/done").
class TourProgress
{
public:
    explicit TourProgress(std::span<const TourPage> pages);

    [[nodiscard]] int page() const { return m_page; }
    void setPage(int page);
    [[nodiscard]] bool isDone(int page) const;
    void setDone(int page);

private:
    [[nodiscard]] QString id(int page) const;

    std::span<const TourPage> m_pages;
    int m_page = 0;
    QStringList m_done; ///< ids
};

} // namespace inverso::ui
