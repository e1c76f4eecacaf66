// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/method.h"

#include <QString>

namespace inverso::ui {

/// A method's title and summary in the language of the window; the core has them in English.
QString methodTitle(const MethodInfo& method);
QString methodSummary(const MethodInfo& method);

/// The label of a setting's field: its title, or its id if it has none.
QString settingTitle(const SettingField& field);
/// The name of one of its values in a field.
QString choiceTitle(std::string_view name);
/// Its description, default and allowed values, as a tooltip.
QString settingToolTip(const SettingField& field);
/// An error of a setting in the language of the window.
QString settingSentence(const SettingError& error);

} // namespace inverso::ui
