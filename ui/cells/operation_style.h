// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <string_view>

namespace inverso::ui {

/// The style of an operation in all drawings: a short name, and the colours of operationColour().
struct OperationStyle
{
    QString name; ///< short, for a box: "conv 3×3"
    QColor fill;
    QColor text;
};

/// `label` as in SearchSpace::labels(); equivalent operations of NAS-Bench-101 and -201 have the same style. An unknown
/// label gets a neutral box with its own name.
OperationStyle operationStyle(std::string_view label);

} // namespace inverso::ui
