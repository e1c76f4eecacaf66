// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/cell_view.h"

#include "core/base/error.h"
#include "ui/state/theme.h"

#include <QPainter>

namespace inverso::ui {

CellView::CellView(std::shared_ptr<GraphLayouter> layouter, QWidget* parent)
    : QWidget(parent)
    , m_layouter(std::move(layouter))
{
    setObjectName(QStringLiteral("cellView"));
    setAccessibleName(tr("Drawing of the selected cell"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CellView::setCell(const SearchSpace& space, CellIndex cell)
{
    try {
        m_drawing = drawCell(space, cell, *m_layouter);
        setAccessibleDescription(QString::fromStdString(space.text(cell)));
    } catch (const Error& error) {
        m_drawing.reset();
        m_hint = QString::fromUtf8(error.what());
    }
    update();
}

void CellView::clear(const QString& hint)
{
    m_drawing.reset();
    m_hint = hint;
    setAccessibleDescription(hint);
    update();
}

QRectF CellView::boxOf(int vertex) const
{
    return m_drawing ? vertexBox(drawingArea(), *m_drawing, options(), vertex) : QRectF();
}

QRectF CellView::drawingArea() const
{
    return QRectF(rect()).adjusted(8, 8, -8, -8);
}

CellPaintOptions CellView::options() const
{
    CellPaintOptions result;
    result.palette = palette();
    return result;
}

void CellView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_drawing) {
        paintCell(painter, drawingArea(), *m_drawing, options());
        return;
    }
    painter.setPen(mutedColor(palette()));
    painter.drawText(drawingArea(), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
}

} // namespace inverso::ui
