// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QVariant>

class QWidget;

namespace inverso::ui {

/// What stands in the fields under a widget, by their object names: numbers, choices, ticks, tabs in front, what can be
/// written into. Fields without a name are passed over.
using FormValues = QMap<QString, QVariant>;

FormValues formValues(const QWidget& root);
/// Puts them back as if somebody had; fields that are not there any more are passed over.
void setFormValues(QWidget& root, const FormValues& values);

} // namespace inverso::ui
