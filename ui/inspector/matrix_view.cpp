// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/matrix_view.h"

#include "ui/base/color_map.h"
#include "ui/base/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace inverso::ui {

namespace {

constexpr double leastSide = 11.0;
constexpr double mostSide = 22.0;
constexpr double swatch = 9.0;

} // namespace

MatrixView::MatrixView(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("matrixView"));
    setAccessibleName(tr("Adjacency matrix and one-hot matrix of the cell"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MatrixView::setCell(const SearchSpace& space, CellIndex cell)
{
    m_space = &space;
    m_cell = cell;
    m_graph = space.graph(cell);
    m_highlight.reset();
    updateGeometry();
    update();
}

void MatrixView::clear()
{
    m_space = nullptr;
    m_graph = {};
    m_highlight.reset();
    updateGeometry();
    update();
}

int MatrixView::columnCount() const
{
    return m_space == nullptr ? 0 : rowCount() + static_cast<int>(m_space->labels().size());
}

QString MatrixView::operationName(int label) const
{
    return operationStyle(m_space->labels()[static_cast<std::size_t>(label)]).name;
}

QFont MatrixView::smallFont() const
{
    QFont result = font();
    result.setPointSizeF(std::max(7.0, font().pointSizeF() * 0.85));
    return result;
}

MatrixView::Metrics MatrixView::metrics(int width) const
{
    Metrics m;
    if (m_space == nullptr)
        return m;
    const QFontMetricsF small(smallFont());
    double widest = 0.0;
    for (std::size_t i = 0; i < m_space->labels().size(); ++i)
        widest = std::max(widest, small.horizontalAdvance(operationName(static_cast<int>(i))));
    m.labels = small.horizontalAdvance(QStringLiteral("00")) + swatch + 10.0 + widest + 4.0;
    m.top = small.height() + 6.0 + widest + 4.0;
    m.gap = 12.0;
    m.side = std::floor(std::clamp((width - m.labels - m.gap - 2.0) / columnCount(), leastSide, mostSide));
    return m;
}

QRectF MatrixView::entryRect(int row, int column) const
{
    return entryRect(metrics(width()), row, column);
}

QRectF MatrixView::entryRect(const Metrics& m, int row, int column) const
{
    const double shift = column < rowCount() ? 0.0 : m.gap;
    return {m.labels + column * m.side + shift, m.top + row * m.side, m.side, m.side};
}

QSize MatrixView::sizeHint() const
{
    return {300, heightForWidth(300)};
}

QSize MatrixView::minimumSizeHint() const
{
    const Metrics m = metrics(0);
    const int least = static_cast<int>(m.labels + m.gap + columnCount() * leastSide) + 3;
    return {least, heightForWidth(least)};
}

int MatrixView::heightForWidth(int width) const
{
    const Metrics m = metrics(width);
    return static_cast<int>(m.top + rowCount() * m.side) + 3;
}

bool MatrixView::value(int row, int column) const
{
    if (column < rowCount())
        return m_graph.edge(row, column);
    return m_graph.labels[static_cast<std::size_t>(row)] == column - rowCount();
}

std::optional<MatrixView::Entry> MatrixView::entryAt(const QPointF& point) const
{
    const Metrics m = metrics(width());
    const int row = static_cast<int>(std::floor((point.y() - m.top) / std::max(1.0, m.side)));
    if (m_space == nullptr || row < 0 || row >= rowCount())
        return std::nullopt;
    for (int column = 0; column < columnCount(); ++column) {
        if (entryRect(m, row, column).contains(point))
            return Entry{row, column};
    }
    if (point.x() < m.labels)
        return Entry{row, rowCount() + m_graph.labels[static_cast<std::size_t>(row)]}; // the label of the row
    return std::nullopt;
}

std::optional<CellElement> MatrixView::elementOf(const Entry& entry) const
{
    if (m_graph.labels[static_cast<std::size_t>(entry.row)] == Graph::padding)
        return std::nullopt;
    if (entry.column >= rowCount())
        return CellElement::vertex(entry.row);
    if (!value(entry.row, entry.column))
        return std::nullopt;
    return CellElement{entry.row, entry.column};
}

QString MatrixView::words(const Entry& entry) const
{
    if (entry.column < rowCount()) {
        return value(entry.row, entry.column) ? tr("1: edge %1 → %2").arg(entry.row).arg(entry.column)
                                              : tr("0: no edge %1 → %2").arg(entry.row).arg(entry.column);
    }
    const int label = entry.column - rowCount();
    if (label >= static_cast<int>(m_space->labels().size()))
        return tr("vertex %1, padding").arg(entry.row);
    return value(entry.row, entry.column) ? tr("1: vertex %1 is %2").arg(entry.row).arg(operationName(label))
                                          : tr("0: vertex %1 is not %2").arg(entry.row).arg(operationName(label));
}

void MatrixView::setHighlight(std::optional<CellElement> element)
{
    if (element == m_highlight)
        return;
    m_highlight = element;
    update();
}

void MatrixView::point(std::optional<CellElement> element)
{
    if (element == m_highlight)
        return;
    setHighlight(element);
    emit elementHovered(element);
}

void MatrixView::mouseMoveEvent(QMouseEvent* event)
{
    const auto entry = entryAt(event->position());
    point(entry ? elementOf(*entry) : std::nullopt);
}

void MatrixView::leaveEvent(QEvent*)
{
    point(std::nullopt);
}

bool MatrixView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto entry = entryAt(QPointF(help->pos())))
        QToolTip::showText(help->globalPos(), words(*entry), this);
    else
        QToolTip::hideText();
    return true;
}

void MatrixView::moveTo(const Entry& entry)
{
    if (m_space == nullptr)
        return;
    m_cursor = {std::clamp(entry.row, 0, rowCount() - 1), std::clamp(entry.column, 0, columnCount() - 1)};
    setAccessibleDescription(words(m_cursor));
    point(elementOf(m_cursor));
    update();
}

void MatrixView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo({m_cursor.row, m_cursor.column - 1});
    case Qt::Key_Right:
        return moveTo({m_cursor.row, m_cursor.column + 1});
    case Qt::Key_Up:
        return moveTo({m_cursor.row - 1, m_cursor.column});
    case Qt::Key_Down:
        return moveTo({m_cursor.row + 1, m_cursor.column});
    default:
        QWidget::keyPressEvent(event);
    }
}

void MatrixView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        moveTo(m_cursor);
    update();
}

void MatrixView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    point(std::nullopt);
    update();
}

void MatrixView::paintHeads(QPainter& painter, const Metrics& m) const
{
    const double line = painter.fontMetrics().height();
    const double right = entryRect(m, 0, columnCount() - 1).right();
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF left(entryRect(m, 0, 0).left(), 0, rowCount() * m.side, line);
    painter.drawText(left, Qt::AlignLeft | Qt::TextDontClip, tr("Adjacency"));
    const double second = entryRect(m, 0, rowCount()).left();
    painter.drawText(QRectF(second, 0, right - second, line), Qt::AlignLeft | Qt::TextDontClip, tr("One-hot"));
    painter.setPen(mutedColor(palette(), 0.8));
    for (int column = 0; column < rowCount(); ++column) {
        const QRectF entry = entryRect(m, 0, column);
        painter.drawText(QRectF(entry.left(), m.top - line - 1, m.side, line), Qt::AlignCenter | Qt::TextDontClip,
                         QString::number(column));
    }
    for (int column = rowCount(); column < columnCount(); ++column) {
        const QRectF entry = entryRect(m, 0, column);
        painter.save();
        painter.translate(entry.center().x(), m.top - 3);
        painter.rotate(-90);
        painter.drawText(QRectF(0, -line / 2, m.top, line), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip,
                         operationName(column - rowCount()));
        painter.restore();
    }
}

void MatrixView::paintRow(QPainter& painter, const Metrics& m, int row) const
{
    const QRectF first = entryRect(m, row, 0);
    const double numbers = painter.fontMetrics().horizontalAdvance(QStringLiteral("00"));
    painter.setPen(mutedColor(palette(), 0.8));
    painter.drawText(QRectF(0, first.top(), numbers, m.side), Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                     QString::number(row));
    const std::uint8_t label = m_graph.labels[static_cast<std::size_t>(row)];
    const QRectF name(numbers + swatch + 10.0, first.top(), m.labels, m.side);
    if (label == Graph::padding) {
        painter.drawText(name, Qt::AlignVCenter | Qt::TextDontClip, tr("padding"));
    } else {
        const OperationStyle style = operationStyle(m_space->labels()[label]);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.fill);
        painter.drawRoundedRect(QRectF(numbers + 5.0, first.center().y() - swatch / 2, swatch, swatch), 2, 2);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(name, Qt::AlignVCenter | Qt::TextDontClip, style.name);
    }
    for (int column = 0; column < columnCount(); ++column)
        paintEntry(painter, m, {row, column});
}

void MatrixView::paintEntry(QPainter& painter, const Metrics& m, const Entry& entry) const
{
    const QRectF rect = entryRect(m, entry.row, entry.column).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool one = value(entry.row, entry.column);
    OperationStyle style{{}, mutedColor(palette(), 0.65), palette().color(QPalette::Base)};
    if (entry.column >= rowCount())
        style = operationStyle(m_space->labels()[static_cast<std::size_t>(entry.column - rowCount())]);
    painter.setPen(QPen(mutedColor(palette(), 0.2), 1.0));
    painter.setBrush(one ? style.fill : palette().color(QPalette::Base));
    painter.drawRect(rect);
    painter.setPen(one ? style.text : mutedColor(palette(), 0.65));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, one ? QStringLiteral("1") : QStringLiteral("0"));
}

void MatrixView::paintCursor(QPainter& painter, const Metrics& m) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    if (m_highlight) {
        const int row = m_highlight->from;
        const int column =
            m_highlight->isVertex() ? rowCount() + m_graph.labels[static_cast<std::size_t>(row)] : m_highlight->to;
        painter.setPen(QPen(accentColor(Accent::Gold, isDark(palette())), 3.0));
        painter.drawRoundedRect(entryRect(m, row, column), 2, 2);
        if (m_highlight->isVertex())
            painter.drawRoundedRect(QRectF(1.5, entryRect(m, row, 0).top(), m.labels - 4.0, m.side), 2, 2);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.6, Qt::DotLine));
        painter.drawRect(entryRect(m, m_cursor.row, m_cursor.column).adjusted(-1, -1, 1, 1));
    }
}

void MatrixView::paintEvent(QPaintEvent*)
{
    if (m_space == nullptr)
        return;
    QPainter painter(this);
    painter.setFont(smallFont());
    const Metrics m = metrics(width());
    paintHeads(painter, m);
    for (int row = 0; row < rowCount(); ++row)
        paintRow(painter, m, row);
    paintCursor(painter, m);
}

} // namespace inverso::ui
