// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector_section.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace inverso::ui {

InspectorSection::InspectorSection(const QString& title, QWidget* content, bool open, QWidget* parent)
    : QWidget(parent)
    , m_head(new QToolButton(this))
    , m_content(content)
{
    m_head->setText(title);
    m_head->setCheckable(true);
    m_head->setAutoRaise(true);
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setFocusPolicy(Qt::StrongFocus);
    m_head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_head);
    layout->addWidget(m_content);
    const auto show = [this](bool shown) {
        m_head->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        m_content->setVisible(shown);
        emit toggled(shown);
    };
    connect(m_head, &QToolButton::toggled, this, show);
    m_head->setChecked(open);
    show(open);
}

bool InspectorSection::isOpen() const
{
    return m_head->isChecked();
}

void InspectorSection::setOpen(bool open)
{
    m_head->setChecked(open);
}

} // namespace inverso::ui
