// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QSlider;
class QToolButton;

namespace inverso::ui {

class ExplorerState;

/// Chooses the round up to which a search is shown, and plays it back. At its right end it follows the
/// search. Hidden before the first run.
class MapTimeline : public QWidget
{
    Q_OBJECT

public:
    explicit MapTimeline(ExplorerState& state, QWidget* parent = nullptr);

    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }

    /// As reported by roundChosen().
    [[nodiscard]] std::optional<int> chosen() const;

public slots:
    /// An existing round; none: follows the last one.
    void choose(std::optional<int> round);
    void play();
    void pause();

signals:
    /// None: all rounds, also future ones.
    void roundChosen(std::optional<int> round);

protected:
    void changeEvent(QEvent* event) override;

private:
    void onRun();
    void onSlider(int place);
    void advance();
    void showState();

    ExplorerState& m_state;
    QToolButton* m_play;
    QSlider* m_slider; ///< over the positions of the rounds in the record
    QLabel* m_label;
    QTimer m_timer;
    bool m_follows = true;
};

} // namespace inverso::ui
