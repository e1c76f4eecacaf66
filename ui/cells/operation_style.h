// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <string_view>

namespace inverso::ui {

/// How an operation looks wherever it is drawn: a short name, and the colours of operationColour().
struct OperationStyle
{
    QString name; ///< short, for a box: "conv 3×3"
    QColor fill;
    QColor text;
};

/// `label` as SearchSpace::labels() spells it; operations of NAS-Bench-101 and -201 that do the same
/// look the same. An unknown label gets a neutral box with its own name.
OperationStyle operationStyle(std::string_view label);

} // namespace inverso::ui
