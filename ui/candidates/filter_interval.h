// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/filter.h"

#include <QObject>

#include <optional>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QWidget;

namespace inverso::ui {

/// One limit of the filter in a row of a grid: a check box with the limited quantity, and the two ends.
class FilterInterval : public QObject
{
    Q_OBJECT

public:
    struct Words
    {
        QString name;  ///< object name; the fields' are name + "Low" and "High"
        QString title; ///< of the check box
        QString help;
        QString suffix;
        int decimals = 0;
        double most = 100.0;
    };

    /// Its fields belong to `parent`.
    FilterInterval(const Words& words, QWidget* parent);

    void addTo(QGridLayout& grid, int row);
    /// In tab order.
    [[nodiscard]] std::vector<QWidget*> fields() const;

    [[nodiscard]] std::optional<Interval> value() const;
    /// Emits no signal.
    void setValue(const std::optional<Interval>& value);
    /// The values of the fields while the limit is off: the whole range.
    void suggest(const Interval& all);

signals:
    /// The user changed it.
    void changed();

private:
    void show(const Interval& interval);
    void enableFields();

    QCheckBox* m_on;
    QDoubleSpinBox* m_low;
    QDoubleSpinBox* m_high;
};

} // namespace inverso::ui
