// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/cell_colouring.h"

#include <QWidget>

class QActionGroup;
class QComboBox;
class QHBoxLayout;
class QToolButton;

namespace inverso::ui {

class ExplorerState;
class LatentMap;
class MapTimeline;
class Selection;

/// The latent map with what belongs to it: what colours say, the pointer's tool, isolating a group, the
/// replay of the search.
class MapPanel : public QWidget
{
    Q_OBJECT

public:
    MapPanel(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] LatentMap& map() const { return *m_map; }

public slots:
    void setColouring(const inverso::ui::CellColouring& colouring);
    /// Only the group is shown, everywhere.
    void isolateGroup();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createControls();
    void addTool(int tool, const QString& icon, const QString& text, const QKeySequence& key);
    void fillColourings();
    void updateIsolate();
    void refreshIcons();

    ExplorerState& m_state;
    Selection& m_selection;
    LatentMap* m_map;
    MapTimeline* m_timeline;
    QComboBox* m_colouring;
    QActionGroup* m_tools;
    QToolButton* m_isolate;
    QHBoxLayout* m_controls = nullptr;
    std::vector<CellColouring> m_colourings;
};

} // namespace inverso::ui
