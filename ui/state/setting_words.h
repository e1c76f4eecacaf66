// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/method.h"

#include <QString>

namespace inverso::ui {

/// A method's title and summary in the language of the window; the core has them in English.
QString methodTitle(const MethodInfo& method);
QString methodSummary(const MethodInfo& method);

/// The label of a setting's field: its title, or its id where it has none.
QString settingTitle(const SettingField& field);
/// The name of one of its values, as a field shows it.
QString choiceTitle(std::string_view name);
/// What it is, its default and what is allowed, as a tooltip.
QString settingToolTip(const SettingField& field);
/// An error of a setting in the window's words.
QString settingSentence(const SettingError& error);

} // namespace inverso::ui
