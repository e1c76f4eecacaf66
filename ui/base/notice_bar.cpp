// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/notice_bar.h"

#include "ui/base/color_map.h"
#include "ui/base/icons.h"
#include "ui/base/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace inverso::ui {

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("notice"));
    setAccessibleName(tr("Notice"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setTextFormat(Qt::PlainText);
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this notice"));
    m_close->setToolTip(tr("Close this notice"));
    m_close->setIcon(themedIcon(QStringLiteral("close"), palette()));
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        emit dismissed();
    });
    m_row->setContentsMargins(14, 6, 6, 6);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void NoticeBar::addButton(QAction* action)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    m_row->insertWidget(m_row->count() - 1, button);
}

QString NoticeBar::sentence() const
{
    return m_text->text();
}

void NoticeBar::setSentence(const QString& sentence)
{
    m_text->setText(sentence);
    setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void NoticeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_close->setIcon(themedIcon(QStringLiteral("close"), palette()));
    QFrame::changeEvent(event);
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintCard(painter, rect(), accentColor(Accent::Vermilion, isDark(palette())), 0.13);
}

void paintCard(QPainter& painter, const QRect& area, const QColor& accent, double strength)
{
    QColor ground = accent;
    ground.setAlphaF(static_cast<float>(strength));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(area, 4, 4);
    painter.setBrush(accent);
    painter.drawRoundedRect(QRectF(area.left(), area.top(), 4, area.height()), 2, 2);
}

} // namespace inverso::ui
