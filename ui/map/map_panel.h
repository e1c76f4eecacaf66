// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_transform.h"
#include "ui/state/cell_colouring.h"

#include <QWidget>

#include <optional>

class QAction;
class QActionGroup;
class QComboBox;
class QToolButton;

namespace inverso::ui {

class ExplorerState;
class LabelCard;
class LatentMap;
class MapMakerBar;
class MapTimeline;
class Selection;
class WrapLayout;

/// The latent map with its controls: colouring, layout, pointer tool, isolating a group, live t-SNE, replay of the
/// search.
class MapPanel : public QWidget
{
    Q_OBJECT

public:
    MapPanel(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] LatentMap& map() const { return *m_map; }
    /// The controls of a live t-SNE; hidden at first.
    [[nodiscard]] MapMakerBar& maker() const { return *m_maker; }
    /// Asks for a label; hidden until a search waits for one.
    [[nodiscard]] LabelCard& labelCard() const { return *m_labelCard; }

    /// The user's choices, for a panel that replaces this one.
    struct View
    {
        std::optional<MapTransform> part; ///< LatentMap::part()
        CellColouring colouring;
        int tool = 0; ///< LatentMap::Tool
        bool maker = false;
    };
    [[nodiscard]] View view() const;
    [[nodiscard]] MapTimeline& timeline() const { return *m_timeline; }
    void setView(const View& view);

public slots:
    void setColouring(const inverso::ui::CellColouring& colouring);
    /// Only the group is shown, everywhere.
    void isolateGroup();
    void showMaker(bool shown);

signals:
    void colouringChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createControls();
    void addMakerButton();
    void addTool(int tool, const QString& icon, const QString& text, const QKeySequence& key);
    void fillColourings();
    void fillLayouts();
    void updateIsolate();
    void refreshIcons();

    ExplorerState& m_state;
    Selection& m_selection;
    LatentMap* m_map;
    MapTimeline* m_timeline;
    QComboBox* m_colouring;
    QComboBox* m_layout;
    MapMakerBar* m_maker;
    LabelCard* m_labelCard;
    QAction* m_showMaker;
    QActionGroup* m_tools;
    QToolButton* m_isolate;
    WrapLayout* m_controls = nullptr;
    std::vector<CellColouring> m_colourings;
};

} // namespace inverso::ui
