// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/eliding_combo_box.h"

#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace inverso::ui {

void ElidingComboBox::paintEvent(QPaintEvent* event)
{
    if (currentIndex() < 0) // the placeholder
        return QComboBox::paintEvent(event);
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    constexpr int margins = 4; // that the style keeps around the text
    option.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideMiddle, field.width() - margins);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace inverso::ui
