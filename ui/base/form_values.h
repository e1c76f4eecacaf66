// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QVariant>

class QWidget;

namespace inverso::ui {

/// The values of the fields under a widget, by object name: numbers, choices, ticks, current tabs, text. Fields without
/// a name are skipped.
using FormValues = QMap<QString, QVariant>;

FormValues formValues(const QWidget& root);
/// Restores them as if the user had entered them; fields that no longer exist are skipped.
void setFormValues(QWidget& root, const FormValues& values);

} // namespace inverso::ui
