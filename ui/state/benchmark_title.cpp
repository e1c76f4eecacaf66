// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/benchmark_title.h"

#include "core/benchmark/live_name.h"
#include "ui/state/cell_trainings.h"

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
    const std::string name = nameOrPath.toStdString();
    return isLiveName(name) ? Words::tr("Train live: %1").arg(imagesTitle(QString::fromStdString(liveImages(name))))
                            : QFileInfo(nameOrPath).fileName();
}

} // namespace inverso::ui
