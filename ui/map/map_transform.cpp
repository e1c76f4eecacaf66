// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_transform.h"

#include <algorithm>

namespace inverso::ui {

void MapTransform::fit(const QRectF& data, const QRectF& area)
{
    const double width = data.width() > 0.0 ? data.width() : 1.0;
    const double height = data.height() > 0.0 ? data.height() : 1.0;
    m_scale = std::max(1e-9, std::min(area.width() / width, area.height() / height));
    m_fitScale = m_scale;
    const QPointF middle = data.center();
    m_origin = {area.center().x() - middle.x() * m_scale, area.center().y() + middle.y() * m_scale};
}

void MapTransform::zoom(double factor, QPointF pixel)
{
    const QPointF kept = toData(pixel);
    m_scale = std::clamp(m_scale * factor, 0.5 * m_fitScale, 200.0 * m_fitScale);
    m_origin = {pixel.x() - kept.x() * m_scale, pixel.y() + kept.y() * m_scale};
}

} // namespace inverso::ui
