// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cells/cell_drawing.h"

#include <QWidget>

#include <optional>

namespace inverso::ui {

/// The model's input for a cell (thesis Fig. 1, 2), one row per vertex: the adjacency matrix on the left, the one-hot
/// matrix of the operations on the right. The mouse or the arrow keys select an entry, which highlights its edge or
/// vertex.
class MatrixView : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixView(QWidget* parent = nullptr);

    void setCell(const SearchSpace& space, CellIndex cell);
    void clear();
    [[nodiscard]] std::optional<CellElement> highlight() const { return m_highlight; }

    /// The rectangle of an entry; columns count from the adjacency's first to the one-hot's last.
    [[nodiscard]] QRectF entryRect(int row, int column) const;
    [[nodiscard]] int rowCount() const { return m_graph.vertexCount(); }
    [[nodiscard]] int columnCount() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

public slots:
    void setHighlight(std::optional<inverso::ui::CellElement> element);

signals:
    void elementHovered(std::optional<inverso::ui::CellElement> element);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Metrics
    {
        double side = 0.0; ///< of an entry
        double labels = 0.0;
        double top = 0.0; ///< of the first row
        double gap = 0.0; ///< between the matrices
    };
    struct Entry
    {
        int row = 0;
        int column = 0;
    };

    [[nodiscard]] Metrics metrics(int width) const;
    [[nodiscard]] QRectF entryRect(const Metrics& m, int row, int column) const;
    [[nodiscard]] QFont smallFont() const;
    [[nodiscard]] bool value(int row, int column) const;
    [[nodiscard]] std::optional<Entry> entryAt(const QPointF& point) const;
    [[nodiscard]] std::optional<CellElement> elementOf(const Entry& entry) const;
    [[nodiscard]] QString words(const Entry& entry) const;
    [[nodiscard]] QString operationName(int label) const;
    void point(std::optional<CellElement> element);
    void moveTo(const Entry& entry);
    void paintHeads(QPainter& painter, const Metrics& m) const;
    void paintCursor(QPainter& painter, const Metrics& m) const;
    void paintRow(QPainter& painter, const Metrics& m, int row) const;
    void paintEntry(QPainter& painter, const Metrics& m, const Entry& entry) const;

    const SearchSpace* m_space = nullptr;
    CellIndex m_cell = 0;
    Graph m_graph;
    std::optional<CellElement> m_highlight;
    Entry m_cursor;
};

} // namespace inverso::ui
