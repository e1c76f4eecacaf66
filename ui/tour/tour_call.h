// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace inverso::ui {

/// An action or a predicate by name, as written in the pages: "setTarget:90" is setTarget with argument 90.
struct TourCall
{
    QString name;
    QString argument; ///< empty without one

    bool operator==(const TourCall&) const = default;
};

/// The calls of "raisePane:cell; ensureCell", in order; none for an empty text or null.
QList<TourCall> tourCalls(const char* text);

} // namespace inverso::ui
