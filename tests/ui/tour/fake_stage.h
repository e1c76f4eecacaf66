// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/tour_stage.h"

#include <QStringList>
#include <QWidget>

#include <map>

namespace inverso::test {

/// A stage that writes down what it was asked to do: "+name:argument", and "-name:argument" when undone.
class FakeStage : public ui::TourStage
{
    Q_OBJECT

public:
    using TourStage::TourStage;

    [[nodiscard]] bool knowsAction(const ui::TourCall&) const override { return true; }
    [[nodiscard]] bool knowsPredicate(const ui::TourCall&) const override { return true; }
    Undo perform(const ui::TourCall& call) override
    {
        const QString text = call.argument.isEmpty() ? call.name : call.name + QLatin1Char(':') + call.argument;
        log += QLatin1Char('+') + text;
        return [this, text] { log += QLatin1Char('-') + text; };
    }
    [[nodiscard]] bool holds(const ui::TourCall& predicate) const override { return truths.contains(predicate.name); }
    [[nodiscard]] QWidget* widget(const QString& objectName) const override
    {
        const auto found = widgets.find(objectName);
        return found != widgets.end() ? found->second : nullptr;
    }
    void become(const QString& truth)
    {
        truths += truth;
        emit changed();
    }

    QStringList log;
    QStringList truths;
    std::map<QString, QWidget*> widgets;
};

} // namespace inverso::test
