// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace inverso::ui {

/// Writes it whole or not at all. Returns the system's reason when it cannot, else an empty string.
QString saveFile(const QString& path, const QByteArray& bytes);
/// The same with a sentence about what, where and what to do instead of the bare reason.
QString saveOrExplain(const QString& path, const QByteArray& bytes);

} // namespace inverso::ui
