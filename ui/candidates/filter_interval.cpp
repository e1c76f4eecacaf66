// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/candidates/filter_interval.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace inverso::ui {

namespace {

QDoubleSpinBox* field(const FilterInterval::Words& words, const QString& end, const QString& accessibleName,
                      QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(words.name + end);
    box->setAccessibleName(accessibleName);
    box->setToolTip(words.help);
    box->setRange(0.0, words.most);
    box->setDecimals(words.decimals);
    box->setSuffix(words.suffix);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons); // the arrow keys are enough, and the row stays narrow
    box->setKeyboardTracking(false);                    // an incomplete number is not applied
    return box;
}

} // namespace

FilterInterval::FilterInterval(const Words& words, QWidget* parent)
    : QObject(parent)
    , m_on(new QCheckBox(words.title, parent))
    , m_low(field(words, QStringLiteral("Low"), tr("%1, from").arg(words.title), parent))
    , m_high(field(words, QStringLiteral("High"), tr("%1, to").arg(words.title), parent))
{
    m_on->setObjectName(words.name);
    m_on->setToolTip(words.help);
    m_high->setValue(words.most);
    connect(m_on, &QCheckBox::toggled, this, [this] {
        enableFields();
        emit changed();
    });
    connect(m_low, &QDoubleSpinBox::valueChanged, this, [this](double low) {
        const QSignalBlocker quiet(m_high);
        m_high->setValue(std::max(low, m_high->value()));
        emit changed();
    });
    connect(m_high, &QDoubleSpinBox::valueChanged, this, [this](double high) {
        const QSignalBlocker quiet(m_low);
        m_low->setValue(std::min(high, m_low->value()));
        emit changed();
    });
    enableFields();
}

void FilterInterval::addTo(QGridLayout& grid, int row)
{
    grid.addWidget(m_on, row, 0);
    grid.addWidget(m_low, row, 1);
    grid.addWidget(new QLabel(QStringLiteral("–")), row, 2);
    grid.addWidget(m_high, row, 3);
}

std::vector<QWidget*> FilterInterval::fields() const
{
    return {m_on, m_low, m_high};
}

std::optional<Interval> FilterInterval::value() const
{
    return m_on->isChecked() ? std::optional(Interval{m_low->value(), m_high->value()}) : std::nullopt;
}

void FilterInterval::show(const Interval& interval)
{
    const QSignalBlocker quietLow(m_low);
    const QSignalBlocker quietHigh(m_high);
    m_low->setValue(interval.low);
    m_high->setValue(interval.high);
}

void FilterInterval::setValue(const std::optional<Interval>& value)
{
    const QSignalBlocker quiet(m_on);
    m_on->setChecked(value.has_value());
    if (value)
        show(*value);
    enableFields();
}

void FilterInterval::suggest(const Interval& all)
{
    if (!m_on->isChecked())
        show(all);
}

void FilterInterval::enableFields()
{
    m_low->setEnabled(m_on->isChecked());
    m_high->setEnabled(m_on->isChecked());
}

} // namespace inverso::ui
