// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour_frame.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace inverso::ui {

namespace {

constexpr int thickness = 6; // of the whole soft line; it lies half inside the widget
constexpr double radius = 5.0;

} // namespace

TourFrame::TourFrame(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("tourFrame"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void TourFrame::pointAt(QWidget* target)
{
    unwatch();
    m_target = target;
    watch();
    follow();
}

void TourFrame::watch()
{
    for (QWidget* widget = m_target; widget != nullptr;
         widget = widget->isWindow() ? nullptr : widget->parentWidget()) {
        widget->installEventFilter(this);
        m_watched.append(widget);
    }
}

void TourFrame::unwatch()
{
    for (const auto& widget : std::as_const(m_watched)) {
        if (widget)
            widget->removeEventFilter(this);
    }
    m_watched.clear();
}

bool TourFrame::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
        follow();
        break;
    case QEvent::ParentChange: // e.g. a floating dock: the target has other parents now
        if (!m_rewatching) {
            m_rewatching = true;
            QMetaObject::invokeMethod(
                this,
                [this] {
                    m_rewatching = false;
                    pointAt(m_target);
                },
                Qt::QueuedConnection);
        }
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

// In coordinates of the window, without parts clipped by scroll areas and hidden tabs.
QRect TourFrame::visiblePart() const
{
    if (!m_target || !m_target->isVisible() || m_target->isWindow())
        return {};
    QRect part = m_target->rect();
    for (const QWidget* widget = m_target; !widget->isWindow(); widget = widget->parentWidget()) {
        part.translate(widget->pos());
        part &= widget->parentWidget()->rect();
    }
    return part;
}

void TourFrame::follow()
{
    const QRect part = visiblePart();
    if (part.width() < 4 * thickness || part.height() < thickness) {
        hide();
        return;
    }
    QWidget* window = m_target->window();
    if (parentWidget() != window)
        setParent(window);
    constexpr int half = thickness / 2;
    setGeometry(part.adjusted(-half, -half, half, half) & window->rect());
    // Repaints only the frame and the parts below it, not the plot inside.
    setMask(QRegion(rect()) - QRegion(rect().adjusted(thickness, thickness, -thickness, -thickness)));
    show();
    raise();
}

void TourFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const QRectF middle = QRectF(rect()).adjusted(thickness / 2.0, thickness / 2.0, -thickness / 2.0, -thickness / 2.0);
    const std::pair<double, float> strokes[] = {{thickness, 0.16F}, {thickness * 0.6, 0.3F}, {2.0, 1.0F}};
    for (const auto& [width, alpha] : strokes) {
        QColor color = palette().color(QPalette::Highlight);
        color.setAlphaF(alpha);
        painter.setPen(QPen(color, width));
        painter.drawRoundedRect(middle, radius, radius);
    }
}

} // namespace inverso::ui
