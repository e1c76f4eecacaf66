// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/tour_call.h"

#include <QObject>

#include <functional>

class QWidget;

namespace inverso::ui {

/// The interface of a window to the tour: performs the actions and evaluates the predicates of the pages. GUI thread
/// only.
class TourStage : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Undoes the change of an action, unless it was changed again; may be empty. Safe to call after the widgets are
    /// deleted.
    using Undo = std::function<void()>;

    [[nodiscard]] virtual bool knowsAction(const TourCall& call) const = 0;
    [[nodiscard]] virtual bool knowsPredicate(const TourCall& call) const = 0;

    /// Performs it, or does nothing if that is not possible now. Must not wait for the result.
    virtual Undo perform(const TourCall& call) = 0;
    [[nodiscard]] virtual bool holds(const TourCall& predicate) const = 0;
    /// Null if there is none with that name.
    [[nodiscard]] virtual QWidget* widget(const QString& objectName) const = 0;

signals:
    /// The value of a predicate may have changed.
    void changed();
};

} // namespace inverso::ui
