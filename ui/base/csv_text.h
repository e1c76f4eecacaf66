// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"

#include <QString>
#include <QStringList>

namespace inverso::ui {

/// A line of a CSV file with its end; fields are quoted where they must be.
QString csvLine(const QStringList& fields);
/// The shortest text that reads back as the same float, with a point; empty for NaN.
QString csvNumber(double value);

/// Where the numbers of a file come from, as comment lines that each begin with "# ".
QString csvComment(const QString& content, const QString& dataset);
/// The same with the run's method, seed and all its settings.
QString csvComment(const QString& content, const QString& dataset, const SearchSettings& settings);

/// Writes it whole or not at all. Returns a sentence when it cannot, else an empty string.
QString saveText(const QString& path, const QString& text);

} // namespace inverso::ui
