// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/benchmark_title.h"

#include "core/cell/search_space.h"
#include "ui/state/cell_trainings.h"
#include "ui/state/live_table.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace inverso::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inverso::ui::BenchmarkTitle)
};

} // namespace

QString benchmarkTitle(const QString& nameOrPath)
{
    const auto live = liveTable(nameOrPath);
    if (!live)
        return QFileInfo(nameOrPath).fileName();
    return titleInSpace(Words::tr("Train live: %1").arg(imagesTitle(live->images)), live->space);
}

QString titleInSpace(const QString& words, const QString& space)
{
    if (space == usualLiveSpace())
        return words;
    return Words::tr("%1 (%2)").arg(words, QString::fromUtf8(searchSpace(space.toStdString()).title()));
}

} // namespace inverso::ui
