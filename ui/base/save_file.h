// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace inverso::ui {

/// Writes the file completely or not at all. Returns the system's error text, or an empty string.
QString saveFile(const QString& path, const QByteArray& bytes);
/// The same, but returns a sentence that contains the file, the reason and what to do.
QString saveOrExplain(const QString& path, const QByteArray& bytes);

} // namespace inverso::ui
