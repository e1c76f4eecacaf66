// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/wrap_layout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QWidget>

#include <algorithm>

namespace inverso::ui {

namespace {

bool expands(const QLayoutItem& item)
{
    return item.expandingDirections().testFlag(Qt::Horizontal);
}

// Expanding items accept their minimum width rather than push others into the next line.
QSize wishOf(const QLayoutItem& item)
{
    const QSize size = item.sizeHint();
    return expands(item) ? QSize(std::min(size.width(), item.minimumSize().width()), size.height()) : size;
}

} // namespace

struct WrapLayout::Line
{
    std::vector<QLayoutItem*> items;
    int width = 0; ///< preferred width, with the spacing
    int height = 0;
    int expanding = 0; ///< number of expanding items
};

WrapLayout::WrapLayout(QWidget* parent)
    : QLayout(parent)
{
}

WrapLayout::~WrapLayout()
{
    for (QLayoutItem* item : m_items)
        delete item;
}

void WrapLayout::addField(const QString& label, QWidget* field)
{
    auto* box = new QWidget;
    box->setSizePolicy(field->sizePolicy());
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto* words = new QLabel(label);
    words->setBuddy(field);
    row->addWidget(words);
    row->addWidget(field);
    addWidget(box);
}

void WrapLayout::insertWidget(int index, QWidget* widget)
{
    addChildWidget(widget);
    m_items.insert(m_items.begin() + index, new QWidgetItem(widget));
    invalidate();
}

void WrapLayout::addButton(QAction* action, const QString& objectName)
{
    auto* button = new QToolButton;
    button->setObjectName(objectName);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    addWidget(button);
}

void WrapLayout::addStretch()
{
    addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding, QSizePolicy::Minimum));
}

void WrapLayout::addItem(QLayoutItem* item)
{
    m_items.push_back(item);
}

QLayoutItem* WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* WrapLayout::takeAt(int index)
{
    QLayoutItem* item = itemAt(index);
    if (item != nullptr)
        m_items.erase(m_items.begin() + index);
    return item;
}

std::vector<WrapLayout::Line> WrapLayout::lines(int width) const
{
    std::vector<Line> result;
    for (QLayoutItem* item : m_items) {
        if (item->widget() != nullptr && item->isEmpty())
            continue; // hidden
        const QSize size = wishOf(*item);
        if (result.empty() || (!result.back().items.empty() && result.back().width + spacing() + size.width() > width))
            result.emplace_back();
        Line& line = result.back();
        line.width += (line.items.empty() ? 0 : spacing()) + size.width();
        line.height = std::max(line.height, size.height());
        line.expanding += expands(*item) ? 1 : 0;
        line.items.push_back(item);
    }
    return result;
}

int WrapLayout::arrange(const QRect& rect, bool really) const
{
    const QMargins margins = contentsMargins();
    const QRect inner = rect.marginsRemoved(margins);
    int y = inner.top();
    for (const Line& line : lines(inner.width())) {
        int spare = std::max(0, inner.width() - line.width);
        int expanding = line.expanding;
        int x = inner.left();
        for (QLayoutItem* item : line.items) {
            QSize size = wishOf(*item);
            if (expands(*item)) {
                const int share = spare / expanding--;
                spare -= share;
                size.rwidth() += share;
            }
            size.setWidth(std::min(size.width(), inner.width()));
            const QRect place(x, y + (line.height - size.height()) / 2, size.width(), size.height());
            if (really)
                item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, place));
            x += size.width() + spacing();
        }
        y += line.height + spacing();
    }
    return y - (y > inner.top() ? spacing() : 0) + margins.bottom() - rect.top();
}

int WrapLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize WrapLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize WrapLayout::sizeHint() const
{
    const QMargins margins = contentsMargins();
    const std::vector<Line> one = lines(QLAYOUTSIZE_MAX);
    const QSize size = one.empty() ? QSize() : QSize(one.front().width, one.front().height);
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void WrapLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

} // namespace inverso::ui
