// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_painter.h"

#include <QAbstractButton>

namespace inverso::ui {

/// A button with the thumbnail of a cell and a line of text below it.
class CellButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit CellButton(std::shared_ptr<GraphLayouter> layouter, QWidget* parent = nullptr);

    void setCell(const SearchSpace& space, CellIndex cell);
    [[nodiscard]] CellIndex cell() const { return m_cell; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

signals:
    /// The pointer is on it, or has left.
    void hovered(bool here);

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    std::shared_ptr<GraphLayouter> m_layouter;
    CellIndex m_cell = 0;
    std::optional<CellDrawing> m_drawing;
};

} // namespace inverso::ui
