// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/run_queue_view.h"

#include "ui/state/explorer_state.h"
#include "ui/state/run_queue.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int mostLines = 5;

QString lineOf(const RunQueue::Entry& entry)
{
    return RunQueueView::tr("%1, %2, %3 queries, seed %4")
        .arg(QString::fromStdString(entry.settings.method), QString::fromStdString(entry.dataset),
             QLocale().toString(entry.settings.budget), QString::number(entry.settings.seed));
}

} // namespace

RunQueueView::RunQueueView(ExplorerState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_title(new QLabel)
    , m_list(new QListWidget)
    , m_goOn(new QPushButton(tr("Resume &queue")))
    , m_up(addButton("queueUp", tr("Up"), tr("Run this one earlier (Alt+Up)")))
    , m_down(addButton("queueDown", tr("Down"), tr("Run this one later (Alt+Down)")))
    , m_remove(addButton("queueRemove", tr("Remove"), tr("Remove this run from the queue (Del)")))
    , m_clear(addButton("queueClear", tr("Clear"), tr("Remove all runs from the queue")))
{
    setObjectName(QStringLiteral("runQueue"));
    m_list->setObjectName(QStringLiteral("queueList"));
    m_list->setAccessibleName(tr("Queued runs, the next first"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_goOn->setObjectName(QStringLiteral("queueGoOn"));
    m_up->setShortcut(Qt::ALT | Qt::Key_Up);
    m_down->setShortcut(Qt::ALT | Qt::Key_Down);
    auto* off = new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(off, &QShortcut::activated, m_remove, &QToolButton::click);
    auto* buttons = new QHBoxLayout;
    for (QToolButton* button : {m_up, m_down, m_remove, m_clear})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    layout->addLayout(buttons);
    layout->addWidget(m_goOn);

    RunQueue& queue = m_state.queue();
    const auto place = [this] { return static_cast<std::size_t>(m_list->currentRow()); };
    const auto move = [this, &queue, place](int by) {
        const int to = std::clamp(m_list->currentRow() + by, 0, m_list->count() - 1);
        queue.move(place(), by);
        m_list->setCurrentRow(to);
    };
    connect(m_up, &QToolButton::clicked, this, [move] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [move] { move(1); });
    connect(m_remove, &QToolButton::clicked, this, [&queue, place] { queue.remove(place()); });
    connect(m_clear, &QToolButton::clicked, &queue, &RunQueue::clear);
    connect(m_goOn, &QPushButton::clicked, this, &RunQueueView::goOnRequested);
    connect(m_list, &QListWidget::currentRowChanged, this, &RunQueueView::updateButtons);
    connect(&queue, &RunQueue::changed, this, &RunQueueView::refresh);
    connect(&m_state, &ExplorerState::phaseChanged, this, &RunQueueView::refresh);
    refresh();
}

QToolButton* RunQueueView::addButton(const char* name, const QString& text, const QString& help)
{
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(help);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

void RunQueueView::refresh()
{
    const RunQueue& queue = m_state.queue();
    const int waiting = static_cast<int>(queue.entries().size());
    const bool idle = !isActive(m_state.phase());
    m_title->setText(queue.isHeld() ? tr("%n runs queued, on hold", nullptr, waiting)
                                    : tr("%n runs queued", nullptr, waiting));
    const int current = m_list->currentRow();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const RunQueue::Entry& entry : queue.entries()) {
            auto* item = new QListWidgetItem(lineOf(entry), m_list);
            item->setToolTip(item->text());
        }
        m_list->setCurrentRow(std::min(std::max(0, current), waiting - 1));
    }
    const int line = std::max(m_list->sizeHintForRow(0), fontMetrics().height());
    m_list->setFixedHeight(std::clamp(waiting, 1, mostLines) * line + 2 * m_list->frameWidth());
    m_goOn->setVisible(queue.isHeld() && idle);
    setVisible(waiting > 0);
    updateButtons();
}

void RunQueueView::updateButtons()
{
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    m_remove->setEnabled(row >= 0);
}

} // namespace inverso::ui
