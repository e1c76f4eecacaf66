// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/eliding_combo_box.h"

#include <QAbstractItemView>
#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace inverso::ui {

ElidingComboBox::ElidingComboBox(Qt::TextElideMode cut, QWidget* parent)
    : QComboBox(parent)
    , m_cut(cut)
{
}

void ElidingComboBox::paintEvent(QPaintEvent* event)
{
    if (currentIndex() < 0) // the placeholder
        return QComboBox::paintEvent(event);
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    constexpr int margins = 4; // of the style around the text and after an icon
    const int icon = option.currentIcon.isNull() ? 0 : option.iconSize.width() + margins;
    option.currentText = option.fontMetrics.elidedText(option.currentText, m_cut, field.width() - icon - margins);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void ElidingComboBox::showPopup()
{
    // Show the complete text of an entry that is longer than the field.
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    QComboBox::showPopup();
}

} // namespace inverso::ui
