// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"

#include <QObject>
#include <QPointer>

class QFormLayout;
class QLabel;
class QWidget;

namespace inverso::ui {

/// The field of one setting in a form: a spin box, a tick or a list, as the setting's description says. The value that
/// the description's variable has when this is made is the default.
class SettingEditor : public QObject
{
    Q_OBJECT

public:
    /// `name` is the object name of the widget, by which undo and sessions know it.
    SettingEditor(const SettingField& field, const QString& name, QWidget* parent);

    void addTo(QFormLayout& form);
    [[nodiscard]] std::string_view id() const { return m_field.id; }
    [[nodiscard]] QWidget* widget() const { return m_widget; }
    /// As assign() reads it.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool isDefault() const { return text() == m_default; }
    /// Where the lowest value means that the method decides: what it decides.
    void setDecided(const QString& text);
    void setEnabled(bool enabled);

signals:
    void changed();

private:
    void makeWidget(const QString& name, QWidget* parent);

    SettingField m_field;
    std::string m_default;
    QWidget* m_widget = nullptr;
    QLabel* m_label = nullptr; ///< null: the widget has its own
};

} // namespace inverso::ui
