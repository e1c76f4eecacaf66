// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/disclosure_button.h"

#include <QToolButton>

namespace inverso::ui {

QToolButton* newDisclosureButton(const QString& text, QWidget* content, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setArrowType(Qt::RightArrow);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    content->hide();
    QObject::connect(button, &QToolButton::toggled, content, [button, content](bool on) {
        button->setArrowType(on ? Qt::DownArrow : Qt::RightArrow);
        content->setVisible(on);
    });
    return button;
}

} // namespace inverso::ui
