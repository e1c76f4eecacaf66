// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/operation_style.h"

#include "core/export/operation_colour.h"

#include <QCoreApplication>

namespace inverso::ui {

namespace {

struct Operations
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::Operations)
};

QString operationName(std::string_view label)
{
    if (label == "input")
        return Operations::tr("input");
    if (label == "output")
        return Operations::tr("output");
    if (label == "nor_conv_3x3" || label == "conv3x3-bn-relu")
        return Operations::tr("conv 3×3");
    if (label == "nor_conv_1x1" || label == "conv1x1-bn-relu")
        return Operations::tr("conv 1×1");
    if (label == "avg_pool_3x3")
        return Operations::tr("avg pool 3×3");
    if (label == "maxpool3x3")
        return Operations::tr("max pool 3×3");
    if (label == "skip_connect")
        return Operations::tr("skip");
    if (label == "none")
        return Operations::tr("none");
    return QString::fromUtf8(label);
}

QColor colour(std::string_view name)
{
    return QColor(QLatin1String(name.data(), static_cast<qsizetype>(name.size())));
}

} // namespace

OperationStyle operationStyle(std::string_view label)
{
    const OperationColour colours = operationColour(label);
    return {operationName(label), colour(colours.fill), colour(colours.text)};
}

} // namespace inverso::ui
