// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/inspector_section.h"

#include "ui/base/disclosure_button.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace inverso::ui {

InspectorSection::InspectorSection(const QString& title, QWidget* content, bool open, QWidget* parent)
    : QWidget(parent)
    , m_head(newDisclosureButton(title, content, this))
{
    m_head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_head);
    layout->addWidget(content);
    m_head->setChecked(open);
    connect(m_head, &QToolButton::toggled, this, &InspectorSection::toggled);
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
