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

/// One limit of the filter in a row of a grid: a check box that says what is limited, the two ends.
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
    /// In the order in which the keyboard is to go through them.
    [[nodiscard]] std::vector<QWidget*> fields() const;

    [[nodiscard]] std::optional<Interval> value() const;
    /// Announces nothing.
    void setValue(const std::optional<Interval>& value);
    /// What the fields show while the limit is off: all there is.
    void suggest(const Interval& all);

signals:
    /// A person did it.
    void changed();

private:
    void show(const Interval& interval);
    void enableFields();

    QCheckBox* m_on;
    QDoubleSpinBox* m_low;
    QDoubleSpinBox* m_high;
};

} // namespace inverso::ui
