// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/form_values.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <vector>

class QUndoStack;

namespace inverso::ui {

/// Puts every change of settings in fields on the undo stack, from any source. Changes within the same turn of the
/// event loop are one step; so are successive changes of one field.
class SettingsHistory : public QObject
{
    Q_OBJECT

public:
    explicit SettingsHistory(QUndoStack& stack, QObject* parent = nullptr);

    /// Sets the forms whose fields with those object names are settings. Other forms with the same fields may replace
    /// them later: the undo steps remain valid.
    void watch(const std::vector<QWidget*>& forms, const QSet<QString>& names);
    /// Takes the values at the next turn of the event loop as the start, without a step: after another benchmark was
    /// opened.
    void restart();

private:
    using Settings = std::vector<FormValues>; ///< of the forms
    [[nodiscard]] Settings current() const;
    void apply(const Settings& settings);
    void noteLater();
    void note();

    QUndoStack& m_stack;
    std::vector<QPointer<QWidget>> m_forms;
    QSet<QString> m_names;
    Settings m_last;
    bool m_applying = false;
    bool m_noting = false;
    bool m_restarting = false;
};

} // namespace inverso::ui
