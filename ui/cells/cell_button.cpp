// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/cell_button.h"

#include "core/base/error.h"
#include "ui/base/theme.h"

#include <QPainter>

namespace inverso::ui {

namespace {

constexpr int drawingHeight = 70;
constexpr int padding = 5;

} // namespace

CellButton::CellButton(std::shared_ptr<GraphLayouter> layouter, QWidget* parent)
    : QAbstractButton(parent)
    , m_layouter(std::move(layouter))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CellButton::setCell(const SearchSpace& space, CellIndex cell)
{
    m_cell = cell;
    try {
        m_drawing = drawCell(space, cell, *m_layouter);
    } catch (const Error&) {
        m_drawing.reset(); // the large view shows the reason
    }
    setAccessibleName(QString::fromStdString(space.text(cell)));
    update();
}

QSize CellButton::sizeHint() const
{
    return {92, drawingHeight + fontMetrics().height() + 2 * padding};
}

void CellButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    emit hovered(true);
}

void CellButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    emit hovered(false);
}

void CellButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool ringed = hasFocus() || isDown();
    painter.setPen(ringed ? QPen(palette().color(QPalette::Highlight), 2.0) : QPen(mutedColor(palette(), 0.25), 1.0));
    painter.setBrush(palette().color(underMouse() ? QPalette::AlternateBase : QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    const QRectF inside = QRectF(rect()).adjusted(padding, padding, -padding, -padding);
    const double line = fontMetrics().height();
    if (m_drawing) {
        CellPaintOptions options;
        options.palette = palette();
        options.names = false;
        paintCell(painter, inside.adjusted(0, 0, 0, -line - 2), *m_drawing, options);
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(QRectF(inside.left(), inside.bottom() - line, inside.width(), line), Qt::AlignCenter, text());
}

} // namespace inverso::ui
