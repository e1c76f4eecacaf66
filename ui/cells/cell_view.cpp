// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/cell_view.h"

#include "ui/cells/cell_picture.h"

#include "core/base/error.h"
#include "ui/base/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace inverso::ui {

CellView::CellView(std::shared_ptr<GraphLayouter> layouter, QWidget* parent)
    : QWidget(parent)
    , m_layouter(std::move(layouter))
{
    setObjectName(QStringLiteral("cellView"));
    setAccessibleName(tr("Drawing of the selected cell"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMouseTracking(true);
}

void CellView::setCell(const SearchSpace& space, CellIndex cell)
{
    if (m_space == &space && m_cell == cell && m_drawing)
        return;
    m_space = &space;
    m_cell = cell;
    draw();
}

void CellView::clear(const QString& hint)
{
    m_space = nullptr;
    m_drawing.reset();
    m_highlight.reset();
    m_marked.clear();
    m_hint = hint;
    setAccessibleDescription(hint);
    update();
}

void CellView::setForm(CellForm form)
{
    if (m_form == form)
        return;
    m_form = form;
    draw();
}

void CellView::draw()
{
    if (m_space == nullptr)
        return;
    const auto forms = m_space->forms();
    const bool has = std::ranges::find(forms, m_form) != forms.end();
    try {
        m_drawing = drawCell(*m_space, m_cell, *m_layouter, has ? m_form : forms.front());
        setAccessibleDescription(QString::fromStdString(m_space->text(m_cell)));
    } catch (const Error& error) {
        m_drawing.reset();
        m_hint = QString::fromUtf8(error.what());
    }
    update();
}

void CellView::setMarked(std::vector<CellElement> elements)
{
    if (elements == m_marked)
        return;
    m_marked = std::move(elements);
    update();
}

void CellView::setHighlight(std::optional<CellElement> element)
{
    if (element == m_highlight)
        return;
    m_highlight = element;
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
    result.marked = m_marked;
    result.highlight = m_highlight;
    return result;
}

void CellView::point(std::optional<CellElement> element)
{
    if (element == m_highlight)
        return;
    setHighlight(element);
    emit elementHovered(element);
}

void CellView::mouseMoveEvent(QMouseEvent* event)
{
    point(m_drawing ? elementAt(drawingArea(), *m_drawing, options(), event->position()) : std::nullopt);
}

void CellView::leaveEvent(QEvent*)
{
    point(std::nullopt);
}

bool CellView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto element =
        m_drawing ? elementAt(drawingArea(), *m_drawing, options(), QPointF(help->pos())) : std::nullopt;
    if (element)
        QToolTip::showText(help->globalPos(), elementText(*m_space, m_cell, *element), this);
    else
        QToolTip::hideText();
    return true;
}

void CellView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_drawing) {
        paintCell(painter, drawingArea(), *m_drawing, options());
        return;
    }
    painter.setPen(mutedColor(palette(), 0.8));
    painter.drawText(drawingArea(), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
}

QString CellView::figureName() const
{
    return objectName() == QLatin1String("cellView") ? QStringLiteral("cell") : objectName();
}

QSize CellView::figureSize() const
{
    return m_drawing ? cellPaperSize(*m_drawing).toSize() : QSize();
}

void CellView::paintFigure(QPaintDevice& device, double scale)
{
    if (m_drawing)
        paintCellPaper(device, scale, *m_drawing);
}

} // namespace inverso::ui
