// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/presentation.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMainWindow>

namespace inverso::ui {

namespace {

// Classes for which platform themes may define fonts; see QPlatformTheme::Font.
constexpr const char* fontClasses[] = {"QMenu",
                                       "QMenuBar",
                                       "QMessageBox",
                                       "QLabel",
                                       "QTipLabel",
                                       "QStatusBar",
                                       "QTitleBar",
                                       "QMdiSubWindowTitleBar",
                                       "QDockWidgetTitle",
                                       "QPushButton",
                                       "QCheckBox",
                                       "QRadioButton",
                                       "QToolButton",
                                       "QAbstractItemView",
                                       "QListView",
                                       "QHeaderView",
                                       "QListBox",
                                       "QComboMenuItem",
                                       "QComboLineEdit",
                                       "QSmallFont",
                                       "QMiniFont"};

QFont enlarged(QFont font)
{
    if (font.pointSizeF() > 0.0)
        font.setPointSizeF(font.pointSizeF() * Presentation::textScale);
    else
        font.setPixelSize(qRound(font.pixelSize() * Presentation::textScale));
    return font;
}

bool hasOwnSize(const QWidget& widget)
{
    return widget.testAttribute(Qt::WA_SetFont) && (widget.font().resolveMask() & QFont::SizeResolved) != 0;
}

} // namespace

Presentation::Presentation(QMainWindow& window, QStringList hidden, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_names(std::move(hidden))
    , m_action(new QAction(tr("&Presentation"), this))
{
    m_action->setObjectName(QStringLiteral("presentationAction"));
    m_action->setCheckable(true);
    m_action->setShortcut(Qt::Key_F11);
    m_action->setToolTip(tr("Larger text and fewer controls, for teaching; Esc or F11 ends it"));
    connect(m_action, &QAction::toggled, this, &Presentation::setOn);
}

Presentation::~Presentation()
{
    if (m_on)
        restoreText(); // restores the program's font; the window may be closing
}

void Presentation::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    if (on) {
        putAway();
        enlargeText();
        widenSides();
        qApp->installEventFilter(this); // to see Escape before the window's own shortcut
    } else {
        qApp->removeEventFilter(this);
        restoreText();
        bringBack();
    }
    m_action->setChecked(on);
    emit toggled(on);
}

void Presentation::enlargeText()
{
    m_font = QApplication::font();
    m_ownFonts.clear();
    for (QWidget* widget : m_window.findChildren<QWidget*>()) {
        if (hasOwnSize(*widget))
            m_ownFonts.append({widget, widget->font(), {}});
    }
    m_classFonts.clear();
    for (const char* name : fontClasses) {
        if (const QFont font = QApplication::font(name); font != m_font)
            m_classFonts.append({name, font});
    }
    QApplication::setFont(enlarged(m_font)); // this clears the fonts of classes
    for (const auto& [name, font] : std::as_const(m_classFonts))
        QApplication::setFont(enlarged(font), name.constData());
    for (OwnFont& own : m_ownFonts) {
        // Some widgets scale their font themselves when the program's font changes.
        if (own.widget->font().pointSizeF() == own.font.pointSizeF())
            own.widget->setFont(enlarged(own.font));
        own.enlarged = own.widget->font();
    }
}

void Presentation::restoreText()
{
    QApplication::setFont(m_font);
    for (const auto& [name, font] : std::as_const(m_classFonts))
        QApplication::setFont(font, name.constData());
    for (const OwnFont& own : std::as_const(m_ownFonts)) {
        if (own.widget && own.widget->font() == own.enlarged)
            own.widget->setFont(own.font);
    }
}

void Presentation::putAway()
{
    m_docks.clear();
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) {
        if (dock->isVisible())
            m_docks.append({dock, dock->size(), !dock->visibleRegion().isEmpty()});
    }
    m_putAway.clear();
    for (const QString& name : std::as_const(m_names)) {
        for (QWidget* widget : m_window.findChildren<QWidget*>(name)) {
            if (widget->isHidden())
                continue;
            widget->hide();
            m_putAway.append(widget);
        }
    }
}

// The columns beside the centre contain text, which needs proportionally more room.
void Presentation::widenSides()
{
    QList<QDockWidget*> docks;
    QList<int> widths;
    for (const DockSize& each : std::as_const(m_docks)) {
        const Qt::DockWidgetArea area = m_window.dockWidgetArea(each.dock);
        const bool beside = area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
        if (!beside || !each.inFront || each.dock->isHidden() || each.dock->isFloating())
            continue;
        docks.append(each.dock);
        widths.append(qRound(each.size.width() * textScale));
    }
    m_window.resizeDocks(docks, widths, Qt::Horizontal);
}

void Presentation::bringBack()
{
    for (const auto& widget : std::as_const(m_putAway)) {
        if (widget)
            widget->show();
    }
    QList<QDockWidget*> docks;
    QList<int> widths;
    QList<int> heights;
    for (const DockSize& each : std::as_const(m_docks)) {
        if (!each.dock || each.dock->isHidden() || each.dock->isFloating())
            continue;
        if (each.inFront) {
            each.dock->raise();
            docks.append(each.dock);
            widths.append(each.size.width());
            heights.append(each.size.height());
        }
    }
    m_window.resizeDocks(docks, widths, Qt::Horizontal);
    m_window.resizeDocks(docks, heights, Qt::Vertical);
}

bool Presentation::isLeavingKey(const QObject* watched, const QEvent* event) const
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return false;
    const auto* widget = qobject_cast<const QWidget*>(watched);
    return widget != nullptr && widget->window() == &m_window && QApplication::activePopupWidget() == nullptr
           && QApplication::activeModalWidget() == nullptr && QApplication::mouseButtons() == Qt::NoButton
           && static_cast<const QKeyEvent*>(event)->matches(QKeySequence::Cancel);
}

bool Presentation::eventFilter(QObject* watched, QEvent* event)
{
    if (!isLeavingKey(watched, event))
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride)
        event->accept(); // it is sent again as a plain key event
    else
        setOn(false);
    return true;
}

} // namespace inverso::ui
