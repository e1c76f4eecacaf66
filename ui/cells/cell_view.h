// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_painter.h"

#include <QWidget>

#include <optional>

namespace inverso::ui {

/// One cell, drawn as large as the widget allows; a hint where there is none.
class CellView : public QWidget
{
    Q_OBJECT

public:
    explicit CellView(std::shared_ptr<GraphLayouter> layouter, QWidget* parent = nullptr);

    void setCell(const SearchSpace& space, CellIndex cell);
    void clear(const QString& hint);

    [[nodiscard]] bool isEmpty() const { return !m_drawing; }
    /// Of the shown cell, in widget coordinates.
    [[nodiscard]] QRectF boxOf(int vertex) const;
    [[nodiscard]] QSize sizeHint() const override { return {280, 260}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 150}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF drawingArea() const;
    [[nodiscard]] CellPaintOptions options() const;

    std::shared_ptr<GraphLayouter> m_layouter;
    std::optional<CellDrawing> m_drawing;
    QString m_hint;
};

} // namespace inverso::ui
