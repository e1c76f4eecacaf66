// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour_call.h"

#include <QStringList>

namespace inverso::ui {

QList<TourCall> tourCalls(const char* text)
{
    QList<TourCall> calls;
    for (const QString& part : QString::fromLatin1(text).split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString call = part.trimmed();
        calls.append({call.section(QLatin1Char(':'), 0, 0), call.section(QLatin1Char(':'), 1)});
    }
    return calls;
}

} // namespace inverso::ui
