// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_button.h"
#include "ui/inspector/inspector_nearest.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QLabel;

namespace inverso::ui {

class ExplorerState;
class Selection;

/// The six cells nearest to the selected one in latent space, as thumbnails that select them. Searched between other
/// events while the widget is visible.
class InspectorNeighbours : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t count = 6;

    InspectorNeighbours(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                        QWidget* parent = nullptr);

    /// The buttons that currently show a cell, nearest first.
    [[nodiscard]] std::vector<CellButton*> shown() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void restart();
    /// Whether the buttons have their room while they are hidden: what arrives later then moves nothing.
    void setRoomKept(bool kept);
    void seek();
    void present();

    ExplorerState& m_state;
    Selection& m_selection;
    std::array<CellButton*, count> m_buttons{};
    QLabel* m_caption;
    QTimer m_timer;
    std::optional<NearestCells> m_search;
};

} // namespace inverso::ui
