// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"

#include <QString>

namespace inverso::ui {

/// A method's title and summary in the language of the window; the core knows them in English.
QString methodTitle(const MethodInfo& method);
QString methodSummary(const MethodInfo& method);

} // namespace inverso::ui
