// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <algorithm>

namespace inverso::ui {

/// Ticks of a count: whole numbers only.
class WholeNumberTicker : public QCPAxisTicker
{
protected:
    double getTickStep(const QCPRange& range) override { return std::max(1.0, QCPAxisTicker::getTickStep(range)); }
    int getSubTickCount(double tickStep) override
    {
        return tickStep > 1.0 ? QCPAxisTicker::getSubTickCount(tickStep) : 0;
    }
};

/// Powers of ten, for an axis with number format "eb": QCustomPlot typesets exponents only after a lower-case e, which
/// is upper case in many locales.
class PowerTicker : public QCPAxisTickerLog
{
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override
    {
        return QCPAxisTickerLog::getTickLabel(tick, locale, format, precision).toLower();
    }
};

} // namespace inverso::ui
