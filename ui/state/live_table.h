// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace inverso::ui {

/// Real training that is opened as a table is: of which space's cells, on which images ("fashion-mnist" or a folder).
struct LiveTable
{
    QString space;
    QString images;
};

/// The space whose name need not be said.
QString usualLiveSpace();
/// All whose cells can be trained, the usual one first.
QStringList liveSpaces();
/// By this name it is opened: "live:fashion-mnist" for NAS-Bench-201, "live:nasbench101:fashion-mnist".
QString liveTableName(const LiveTable& table);
/// None for the names and paths of other tables.
std::optional<LiveTable> liveTable(const QString& name);

} // namespace inverso::ui
