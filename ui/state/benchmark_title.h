// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inverso::ui {

/// What people call the benchmark of that name or path: "Train live: Fashion-MNIST", or the file's name.
QString benchmarkTitle(const QString& nameOrPath);
/// Words about real training, with the space where it is not the usual one: "… (NAS-Bench-101)".
QString titleInSpace(const QString& words, const QString& space);

} // namespace inverso::ui
