// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace inverso::ui {

/// Real training, opened like a table: the space of the cells, and the images ("fashion-mnist" or a folder).
struct LiveTable
{
    QString space;
    QString images;
};

/// The space whose name is omitted in names and titles.
QString usualLiveSpace();
/// The spaces whose cells can be trained, the usual one first.
QStringList liveSpaces();
/// The name that opens it: "live:fashion-mnist" for NAS-Bench-201, "live:nasbench101:fashion-mnist".
QString liveTableName(const LiveTable& table);
/// None for the names and paths of other tables.
std::optional<LiveTable> liveTable(const QString& name);

/// The benchmark of that name or path for display: "Train live: Fashion-MNIST", or the file's name.
QString benchmarkTitle(const QString& nameOrPath);
/// Text about real training, with the space unless it is the usual one: "… (NAS-Bench-101)".
QString titleInSpace(const QString& text, const QString& space);

} // namespace inverso::ui
