// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_timeline.h"

#include "ui/base/icons.h"
#include "ui/state/explorer_state.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int playMilliseconds = 12000; // for a whole search
constexpr int fastest = 40;
constexpr int slowest = 500;

} // namespace

MapTimeline::MapTimeline(ExplorerState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_play(new QToolButton)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_label(new QLabel)
{
    setObjectName(QStringLiteral("mapTimeline"));
    m_play->setAutoRaise(true);
    m_play->setFocusPolicy(Qt::StrongFocus);
    m_slider->setObjectName(QStringLiteral("roundSlider"));
    m_slider->setAccessibleName(tr("Last round that is shown"));
    m_slider->setToolTip(tr("Show the search up to this round; at the right end it follows the search"));
    m_slider->setPageStep(5);
    m_label->setMinimumWidth(m_label->fontMetrics().horizontalAdvance(tr("Round %1 of %2").arg(9999).arg(9999)));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 4);
    row->addWidget(m_play);
    row->addWidget(m_slider, 1);
    row->addWidget(m_label);

    connect(m_slider, &QSlider::valueChanged, this, &MapTimeline::onSlider);
    connect(m_slider, &QSlider::sliderPressed, this, &MapTimeline::pause);
    connect(m_play, &QToolButton::clicked, this, [this] { isPlaying() ? pause() : play(); });
    connect(&m_timer, &QTimer::timeout, this, &MapTimeline::advance);
    connect(&m_state, &ExplorerState::runBegun, this, [this] {
        pause();
        m_follows = true;
        onRun();
    });
    connect(&m_state, &ExplorerState::runAdvanced, this, &MapTimeline::onRun);
    connect(&m_state, &ExplorerState::workspaceChanged, this, [this] {
        pause();
        m_follows = true;
        onRun();
    });
    onRun();
}

void MapTimeline::onRun()
{
    const int last = std::max(0, static_cast<int>(m_state.run().rounds().size()) - 1);
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setMaximum(last);
        if (m_follows)
            m_slider->setValue(last);
    }
    setVisible(m_state.hasRun()); // also before the first round, so that it does not move the map
    setEnabled(last > 0);
    showState();
}

void MapTimeline::onSlider(int place)
{
    m_follows = place == m_slider->maximum() && !isPlaying();
    showState();
    if (m_follows || m_state.run().isEmpty())
        emit roundChosen(std::nullopt);
    else
        emit roundChosen(m_state.run().rounds()[static_cast<std::size_t>(place)].number);
}

std::optional<int> MapTimeline::chosen() const
{
    const auto& rounds = m_state.run().rounds();
    if (m_follows || rounds.empty())
        return std::nullopt;
    return rounds[std::min(static_cast<std::size_t>(m_slider->value()), rounds.size() - 1)].number;
}

void MapTimeline::choose(std::optional<int> round)
{
    pause();
    const auto& rounds = m_state.run().rounds();
    const auto place = round ? std::ranges::find(rounds, *round, &Round::number) : rounds.end();
    m_slider->setValue(place == rounds.end() ? m_slider->maximum() : static_cast<int>(place - rounds.begin()));
}

void MapTimeline::play()
{
    if (m_slider->maximum() <= 0)
        return;
    m_timer.start(std::clamp(playMilliseconds / m_slider->maximum(), fastest, slowest));
    if (m_slider->value() == m_slider->maximum())
        m_slider->setValue(0);
    m_follows = false;
    showState();
}

void MapTimeline::pause()
{
    m_timer.stop();
    showState();
}

void MapTimeline::advance()
{
    if (m_slider->value() < m_slider->maximum()) {
        m_slider->setValue(m_slider->value() + 1);
        return;
    }
    pause();
    onSlider(m_slider->value()); // arrived: follow again
}

void MapTimeline::showState()
{
    const auto& rounds = m_state.run().rounds();
    m_play->setIcon(themedIcon(isPlaying() ? QStringLiteral("pause") : QStringLiteral("start"), palette()));
    const QString action = isPlaying() ? tr("Pause the replay") : tr("Replay the search");
    m_play->setToolTip(action);
    m_play->setAccessibleName(action);
    if (rounds.empty())
        return m_label->clear();
    const auto place = std::min(static_cast<std::size_t>(m_slider->value()), rounds.size() - 1);
    m_label->setText(
        tr("Round %1 of %2").arg(QLocale().toString(rounds[place].number), QLocale().toString(rounds.back().number)));
}

void MapTimeline::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        showState();
    QWidget::changeEvent(event);
}

} // namespace inverso::ui
