// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

namespace inverso::ui {

/// From map coordinates (y upwards) to pixels and back; one scale for both axes, so that distances
/// mean the same in every direction.
class MapTransform
{
public:
    /// Shows `data` whole, centred in `area`.
    void fit(const QRectF& data, const QRectF& area);
    /// Zooms by `factor` around `pixel`; between 0.5 and 200 times the fit.
    void zoom(double factor, QPointF pixel);
    void pan(QPointF pixels) { m_origin += pixels; }

    [[nodiscard]] QPointF toPixel(QPointF data) const
    {
        return {m_origin.x() + data.x() * m_scale, m_origin.y() - data.y() * m_scale};
    }
    [[nodiscard]] QPointF toData(QPointF pixel) const
    {
        return {(pixel.x() - m_origin.x()) / m_scale, (m_origin.y() - pixel.y()) / m_scale};
    }
    /// Pixels per unit.
    [[nodiscard]] double scale() const { return m_scale; }
    /// Against the fit.
    [[nodiscard]] double magnification() const { return m_scale / m_fitScale; }
    bool operator==(const MapTransform&) const = default;

private:
    double m_scale = 1.0;
    double m_fitScale = 1.0;
    QPointF m_origin; ///< pixel of (0, 0)
};

} // namespace inverso::ui
