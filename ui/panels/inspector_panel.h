// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"
#include "ui/cells/graph_layouter.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace inverso::ui {

class CellView;
class ExplorerState;
class Selection;

/// The selected cell: its drawing, its text, what is known of it.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    InspectorPanel(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                   QWidget* parent = nullptr);

    [[nodiscard]] CellView& cellView() const { return *m_view; }
    /// The facts as shown, for tests.
    [[nodiscard]] QString factsText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void showCell();
    void showFacts();
    [[nodiscard]] QString accuraciesHtml(CellIndex cell) const;
    [[nodiscard]] QString otherFactsHtml(CellIndex cell) const;

    ExplorerState& m_state;
    Selection& m_selection;
    CellView* m_view;
    QLineEdit* m_text;
    QToolButton* m_copy;
    QLabel* m_facts;
};

} // namespace inverso::ui
