// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/graph.h"
#include "ui/cells/graph_layouter.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QToolButton;

namespace inverso::ui {

class CellView;
class ExplorerState;
class ExportMenu;
class FormTabs;
class InspectorFacts;
class InspectorNeighbours;
class InspectorSection;
class InspectorTraining;
class MatrixView;
class NoticeBar;
class Selection;

/// The selected cell: its drawings and matrices, its text, its properties, its neighbours, and its exports.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    InspectorPanel(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                   QWidget* parent = nullptr);

    [[nodiscard]] CellView& cellView() const { return *m_view; }
    /// The facts as shown, for tests.
    [[nodiscard]] QString factsText() const;
    /// The error of an export.
    [[nodiscard]] NoticeBar& notice() const { return *m_notice; }
    [[nodiscard]] InspectorSection& matrices() const { return *m_matrices; }
    /// The real training of the cell.
    [[nodiscard]] InspectorTraining& training() const { return *m_training; }
    [[nodiscard]] InspectorSection& neighbours() const { return *m_nearest; }
    [[nodiscard]] QSize sizeHint() const override { return {320, 560}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void build(const std::shared_ptr<GraphLayouter>& layouter);
    void connectParts();
    [[nodiscard]] std::optional<CellIndex> shownCell() const;
    void showSpace();
    void showCell();
    void showFacts();

    ExplorerState& m_state;
    Selection& m_selection;
    FormTabs* m_tabs = nullptr;
    ExportMenu* m_export = nullptr;
    CellView* m_view = nullptr;
    QLineEdit* m_text = nullptr;
    QToolButton* m_copy = nullptr;
    NoticeBar* m_notice = nullptr;
    InspectorFacts* m_facts = nullptr;
    MatrixView* m_matrix = nullptr;
    InspectorSection* m_matrices = nullptr;
    InspectorSection* m_nearest = nullptr;
    InspectorTraining* m_training = nullptr;
    InspectorSection* m_trainings = nullptr;
};

} // namespace inverso::ui
