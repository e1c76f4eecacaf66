// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_memory.h"

#include "ui/base/named_widgets.h"
#include "ui/base/notice_bar.h"
#include "ui/inspector/compare_panel.h"
#include "ui/window/main_window.h"
#include "ui/window/presentation.h"

#include <QApplication>
#include <QDockWidget>
#include <QHeaderView>
#include <QTableView>

namespace inverso::ui {

WindowMemory::WindowMemory(MainWindow& window)
    : m_presentation(window.presentation().isOn())
{
    window.presentation().setOn(false);
    m_docks = window.saveState();
    if (auto* tour = window.findChild<QDockWidget*>(QStringLiteral("tour")))
        tour->hide(); // undoes the changes of its page
    if (const QWidget* focus = window.focusWidget())
        m_focus = focus->objectName();
    m_fields = formValues(window);
    m_map = window.mapPanel().view();
    m_pinned = window.findChild<ComparePanel*>()->pinned();
    for (const QTableView* table : window.findChildren<QTableView*>()) {
        const QHeaderView* header = table->horizontalHeader();
        if (table->isSortingEnabled() && !table->objectName().isEmpty())
            m_sorting.insert(table->objectName(), {header->sortIndicatorSection(), header->sortIndicatorOrder()});
    }
    visitNamed<NoticeBar>(
        window, [this](const NoticeBar& notice, const QString& key) { m_notices.insert(key, notice.sentence()); });
    m_plots = plotViews(window);
    m_places = viewPlaces(window);
}

void WindowMemory::putBack(MainWindow& window) const
{
    setFormValues(window, m_fields);
    setFormValues(window, m_fields); // some fields depend on others
    window.mapPanel().setView(m_map);
    window.findChild<ComparePanel*>()->pin(m_pinned);
    for (const auto& [name, sorting] : m_sorting.asKeyValueRange())
        if (auto* table = window.findChild<QTableView*>(name))
            table->sortByColumn(sorting.column, sorting.order);
    visitNamed<NoticeBar>(window, [this](NoticeBar& notice, const QString& key) {
        if (notice.sentence().isEmpty()) // otherwise it was shown again in the new language
            notice.setSentence(m_notices.value(key));
    });
    setPlotViews(window, m_plots);
    window.presentation().setOn(m_presentation);
    if (auto* focus = m_focus.isEmpty() ? nullptr : window.findChild<QWidget*>(m_focus))
        focus->setFocus();
}

// After the first turn of the event loop of the new widgets: before, docks ignore their sizes.
void WindowMemory::putBackDocks(MainWindow& window) const
{
    window.restoreState(m_docks);
}

// After their sizes are set: widgets without a layout cannot be scrolled.
void WindowMemory::putBackPlaces(MainWindow& window) const
{
    setViewPlaces(window, m_places);
}

} // namespace inverso::ui
