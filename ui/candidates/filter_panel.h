// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/filter.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace inverso::ui {

class ExplorerState;
class FilterInterval;
class Selection;

/// Edits the window's filter, and shows changes made elsewhere.
class FilterPanel : public QWidget
{
    Q_OBJECT

public:
    FilterPanel(ExplorerState& state, Selection& selection, QWidget* parent = nullptr);

    [[nodiscard]] QString countText() const;
    [[nodiscard]] QSize sizeHint() const override { return {280, 380}; }

public slots:
    /// Shows only the group, or the selected cell if there is no group.
    void isolateSelection();
    /// Ends that.
    void showAll();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createHead();
    QWidget* createContent();
    QWidget* createRoles();
    QWidget* createIsolation();
    void createIntervals();
    void rebuildOperations();
    void drawSwatches();
    void connectState();
    void orderFocus();
    void apply();
    void showCriteria();
    void suggestIntervals();
    void updateCount();
    void updateIsolation();

    struct RoleBox
    {
        CellRole role = CellRole::Other;
        QCheckBox* box = nullptr;
    };
    struct OperationButton
    {
        std::uint8_t label = 0;
        QToolButton* button = nullptr;
    };

    ExplorerState& m_state;
    Selection& m_selection;
    QLabel* m_count;
    QPushButton* m_clear;
    FilterInterval* m_rounds = nullptr;
    FilterInterval* m_accuracy = nullptr;
    FilterInterval* m_predicted = nullptr;
    std::vector<RoleBox> m_roles;
    QGridLayout* m_operationGrid = nullptr;
    std::vector<OperationButton> m_operations;
    QLabel* m_isolated = nullptr;
    QPushButton* m_isolate;
    QPushButton* m_showAll;
};

} // namespace inverso::ui
