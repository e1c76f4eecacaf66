// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/centre.h"

#include "ui/base/notice_bar.h"
#include "ui/map/map_panel.h"
#include "ui/run/start_page.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace inverso::ui {

Centre::Centre(ExplorerState& state, Selection& selection)
    : m_recovery(new NoticeBar)
    , m_notice(new NoticeBar)
    , m_pages(new QStackedWidget)
    , m_startPage(new StartPage)
    , m_map(new MapPanel(state, selection))
{
    m_recovery->setObjectName(QStringLiteral("recovery"));
    m_pages->addWidget(m_startPage);
    m_pages->addWidget(m_map);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_recovery);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
}

} // namespace inverso::ui
