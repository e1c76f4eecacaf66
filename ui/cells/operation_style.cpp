// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cells/operation_style.h"

#include <QCoreApplication>

namespace inverso::ui {

namespace {

struct Operations
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::Operations)
};

const QColor darkText(0x14, 0x18, 0x1d);

} // namespace

OperationStyle operationStyle(std::string_view label)
{
    if (label == "input")
        return {Operations::tr("input"), QColor(0x5d, 0x6b, 0x79), Qt::white};
    if (label == "output")
        return {Operations::tr("output"), QColor(0x5d, 0x6b, 0x79), Qt::white};
    if (label == "nor_conv_3x3" || label == "conv3x3-bn-relu")
        return {Operations::tr("conv 3×3"), QColor(0x00, 0x72, 0xb2), Qt::white};
    if (label == "nor_conv_1x1" || label == "conv1x1-bn-relu")
        return {Operations::tr("conv 1×1"), QColor(0x56, 0xb4, 0xe9), darkText};
    if (label == "avg_pool_3x3")
        return {Operations::tr("avg pool 3×3"), QColor(0xe6, 0x9f, 0x00), darkText};
    if (label == "maxpool3x3")
        return {Operations::tr("max pool 3×3"), QColor(0xd5, 0x5e, 0x00), Qt::white};
    if (label == "skip_connect")
        return {Operations::tr("skip"), QColor(0x00, 0x9e, 0x73), Qt::white};
    if (label == "none")
        return {Operations::tr("none"), QColor(0xc4, 0xc9, 0xcf), darkText};
    return {QString::fromUtf8(label.data(), static_cast<qsizetype>(label.size())), QColor(0x9a, 0x6f, 0xb0), Qt::white};
}

} // namespace inverso::ui
