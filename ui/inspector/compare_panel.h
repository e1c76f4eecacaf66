// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cell/cell_difference.h"
#include "ui/cells/graph_layouter.h"

#include <QWidget>

#include <optional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace inverso::ui {

class CellView;
class ExplorerState;
class FormTabs;
class Selection;

/// Two cells side by side: A is pinned, B follows the selection. Differences are ringed in the drawings and listed with
/// the properties of both cells.
class ComparePanel : public QWidget
{
    Q_OBJECT

public:
    ComparePanel(ExplorerState& state, Selection& selection, std::shared_ptr<GraphLayouter> layouter,
                 QWidget* parent = nullptr);

    [[nodiscard]] std::optional<CellIndex> pinned() const { return m_pinned; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QSize sizeHint() const override { return {420, 420}; }

public slots:
    /// Makes that cell A.
    void pin(std::optional<inverso::CellIndex> cell);
    /// A becomes the selection, and the selection A.
    void swap();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Side
    {
        QLabel* title = nullptr; ///< its tooltip contains the complete text
        CellView* view = nullptr;
    };

    Side makeSide(const std::shared_ptr<GraphLayouter>& layouter, const QString& objectName, QBoxLayout* into);
    void build(const std::shared_ptr<GraphLayouter>& layouter);
    void makeTable();
    void connectParts();
    void showSpace();
    void compare();
    void showSide(const Side& side, const QString& letter, std::optional<CellIndex> cell, const QString& hint);
    void elideTitles();
    void mark(const CellDifference& difference);
    void fillTable(const CellDifference& difference, CellIndex a, CellIndex b);
    [[nodiscard]] std::optional<CellIndex> selected() const;

    ExplorerState& m_state;
    Selection& m_selection;
    std::optional<CellIndex> m_pinned;
    FormTabs* m_tabs = nullptr;
    QPushButton* m_pin = nullptr;
    QPushButton* m_swap = nullptr;
    QPushButton* m_clear = nullptr;
    QBoxLayout* m_head = nullptr;
    QBoxLayout* m_body = nullptr;
    Side m_a;
    Side m_b;
    QLabel* m_summary = nullptr;
    QTableWidget* m_table = nullptr;
};

} // namespace inverso::ui
