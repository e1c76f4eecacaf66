// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/figure.h"
#include "ui/cells/cell_painter.h"

#include <QWidget>

#include <optional>

namespace inverso::ui {

/// One cell in one of its forms, drawn as large as the widget allows; or a hint if there is none. Reports the element
/// under the pointer, and highlights elements from other widgets.
class CellView : public QWidget, public Figure
{
    Q_OBJECT

public:
    explicit CellView(std::shared_ptr<GraphLayouter> layouter, QWidget* parent = nullptr);

    void setCell(const SearchSpace& space, CellIndex cell);
    void clear(const QString& hint);
    void setForm(CellForm form);
    /// Rings these, until the next call.
    void setMarked(std::vector<CellElement> elements);
    [[nodiscard]] const std::vector<CellElement>& marked() const { return m_marked; }

    [[nodiscard]] bool isEmpty() const { return !m_drawing; }
    /// Of the shown cell, in widget coordinates; empty if this form does not contain the vertex.
    [[nodiscard]] QRectF boxOf(int vertex) const;
    [[nodiscard]] const std::optional<CellDrawing>& drawing() const { return m_drawing; }
    [[nodiscard]] std::optional<CellElement> highlight() const { return m_highlight; }
    [[nodiscard]] QSize sizeHint() const override { return {280, 260}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 130}; }

    /// The object name; the cell's other exports contain its numbers.
    [[nodiscard]] QString figureName() const override;
    [[nodiscard]] QString figureTitle() const override { return accessibleName(); }
    [[nodiscard]] bool hasFigure() const override { return !isEmpty(); }
    [[nodiscard]] QSize figureSize() const override;
    void paintFigure(QPaintDevice& device, double scale) override;
    [[nodiscard]] bool hasData() const override { return false; }
    [[nodiscard]] QString figureCsv() const override { return {}; }

public slots:
    void setHighlight(std::optional<inverso::ui::CellElement> element);

signals:
    /// The element under the pointer has changed; none if there is none.
    void elementHovered(std::optional<inverso::ui::CellElement> element);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void draw();
    void point(std::optional<CellElement> element);
    [[nodiscard]] QRectF drawingArea() const;
    [[nodiscard]] CellPaintOptions options() const;

    std::shared_ptr<GraphLayouter> m_layouter;
    const SearchSpace* m_space = nullptr;
    CellIndex m_cell = 0;
    CellForm m_form = CellForm::OperationsOnVertices;
    std::optional<CellDrawing> m_drawing;
    std::vector<CellElement> m_marked;
    std::optional<CellElement> m_highlight;
    QString m_hint;
};

} // namespace inverso::ui
