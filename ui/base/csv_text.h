// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/search_settings.h"

#include <QString>
#include <QStringList>

namespace inverso::ui {

/// A line of a CSV file with its line end; fields are quoted if necessary.
QString csvLine(const QStringList& fields);
/// The shortest text that reads back as the same float, with a point; empty for NaN.
QString csvNumber(double value);

/// The origin of the numbers of a file, as comment lines that begin with "# ".
QString csvComment(const QString& content, const QString& dataset);
/// The same with the run's method, seed and all its settings.
QString csvComment(const QString& content, const QString& dataset, const SearchSettings& settings);

/// Writes the file completely or not at all. Returns an error sentence, or an empty string.
QString saveText(const QString& path, const QString& text);

} // namespace inverso::ui
