// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/form_values.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <vector>

class QUndoStack;

namespace inverso::ui {

/// Puts every change of settings, which stand in fields, on the undo stack, whoever made it. Changes within the same
/// turn of the event loop are one step; so is a field that is being turned.
class SettingsHistory : public QObject
{
    Q_OBJECT

public:
    explicit SettingsHistory(QUndoStack& stack, QObject* parent = nullptr);

    /// The forms whose fields of those object names are settings. Others may take their place later, with the same
    /// fields: what can be undone stays so.
    void watch(const std::vector<QWidget*>& forms, const QSet<QString>& names);
    /// Takes what stands there when the event loop turns next, without a step: after another benchmark was opened.
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
