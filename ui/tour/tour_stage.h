// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/tour_call.h"

#include <QObject>

#include <functional>

class QWidget;

namespace inverso::ui {

/// What the tour plays on: a window that can do and answer what the pages name. GUI thread only.
class TourStage : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Takes back what an action changed, as far as nobody has changed it again; may be empty. Stays safe
    /// to call when the widgets are gone.
    using Undo = std::function<void()>;

    [[nodiscard]] virtual bool knowsAction(const TourCall& call) const = 0;
    [[nodiscard]] virtual bool knowsPredicate(const TourCall& call) const = 0;

    /// Does it, or nothing where that is not possible just now. Must not wait for what it starts.
    virtual Undo perform(const TourCall& call) = 0;
    [[nodiscard]] virtual bool holds(const TourCall& predicate) const = 0;
    /// Null when there is none of that name.
    [[nodiscard]] virtual QWidget* widget(const QString& objectName) const = 0;

signals:
    /// A predicate may have another answer.
    void changed();
};

} // namespace inverso::ui
