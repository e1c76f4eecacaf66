// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/operation_legend.h"

#include "ui/cells/operation_style.h"

#include <QPainter>

#include <algorithm>

namespace inverso::ui {

OperationLegend::OperationLegend(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Colours of the operations"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void OperationLegend::setSpace(const SearchSpace* space)
{
    m_space = space;
    updateGeometry();
    update();
}

std::vector<OperationLegend::Entry> OperationLegend::entries(int width) const
{
    std::vector<Entry> result;
    if (m_space == nullptr)
        return result;
    const QFontMetricsF metrics(font());
    const double side = 10.0;
    const double line = metrics.height() + 3.0;
    double x = 0.0;
    double y = 0.0;
    for (const std::string_view label : m_space->labels()) {
        const double textWidth = metrics.horizontalAdvance(operationStyle(label).name);
        const double whole = side + 5.0 + textWidth;
        if (x > 0.0 && x + whole > width) {
            x = 0.0;
            y += line;
        }
        result.push_back(
            {label, QRectF(x, y + (line - side) / 2, side, side), QRectF(x + side + 5.0, y, textWidth + 1.0, line)});
        x += whole + 14.0;
    }
    return result;
}

int OperationLegend::heightForWidth(int width) const
{
    const std::vector<Entry> all = entries(width);
    return all.empty() ? 0 : static_cast<int>(all.back().text.bottom()) + 1;
}

QSize OperationLegend::sizeHint() const
{
    const int wide = 320;
    return {wide, heightForWidth(wide)};
}

QRectF OperationLegend::swatch(std::string_view label) const
{
    const std::vector<Entry> all = entries(width());
    const auto it = std::find_if(all.begin(), all.end(), [&](const Entry& entry) { return entry.label == label; });
    return it == all.end() ? QRectF() : it->swatch;
}

void OperationLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Entry& entry : entries(width())) {
        const OperationStyle style = operationStyle(entry.label);
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.fill);
        painter.drawRoundedRect(entry.swatch, 2, 2);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(entry.text, Qt::AlignVCenter | Qt::AlignLeft, style.name);
    }
}

} // namespace inverso::ui
