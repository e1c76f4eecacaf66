// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"

#include <QObject>
#include <QPointer>

class QFormLayout;
class QLabel;
class QWidget;

namespace inverso::ui {

/// The field of one setting in a form: a spin box, a check box or a list, according to the setting's description. The
/// value of the description's variable at construction is the default.
class SettingEditor : public QObject
{
    Q_OBJECT

public:
    /// `name` is the object name of the widget, which undo and sessions use.
    SettingEditor(const SettingField& field, const QString& name, QWidget* parent);

    void addTo(QFormLayout& form);
    [[nodiscard]] std::string_view id() const { return m_field.id; }
    [[nodiscard]] QWidget* widget() const { return m_widget; }
    /// As assign() reads it.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool isDefault() const { return text() == m_default; }
    /// The method's choice, if the lowest value means that the method decides.
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
