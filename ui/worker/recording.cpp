// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/worker/recording.h"

#include "core/base/error.h"
#include "core/session/session_header.h"
#include "ui/state/setting_words.h"
#include "ui/worker/messages.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>

#include <algorithm>
#include <utility>

namespace inverso::ui {

namespace {

constexpr const char* asksAnnotation = "asks"; // stored with a session that asks the user for labels

// Names sort by age; windows that start in the same millisecond differ in the process id.
QString freshName()
{
    return QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-hhmmss-zzz"))
           + QStringLiteral("-%1.inverso").arg(QCoreApplication::applicationPid());
}

} // namespace

Recording newRecording(const SearchRequest& request, const std::string& weights)
{
    QDir().mkpath(request.recordIn);
    const TableBenchmark table(request.workspace->table, request.dataset);
    const Benchmark& benchmark =
        request.workspace->live ? static_cast<const Benchmark&>(*request.workspace->live) : table;
    const SessionHeader header =
        sessionHeader(QCoreApplication::applicationVersion().toStdString(), benchmark, weights);
    const std::string path = QDir(request.recordIn).filePath(freshName()).toStdString();
    Recording recording{.file = SessionFile::create(path, header, std::vector{request.settings}, false),
                        .settings = request.settings};
    if (request.ask)
        recording.file.annotate(asksAnnotation, "1");
    return recording;
}

Recording openRecording(const QString& path)
{
    SessionFile file = SessionFile::open(path.toStdString());
    std::vector<RecordedRun> runs = file.runs();
    const auto unfinished = std::ranges::find(runs, false, &RecordedRun::finished);
    if (unfinished == runs.end())
        throw Error(
            QCoreApplication::translate("inverso::ui::SearchWorker",
                                        "Every search of the session %1 is finished: there is nothing to resume.")
                .arg(path)
                .toStdString());
    const auto run = static_cast<std::size_t>(unfinished - runs.begin());
    auto checkpoint = file.checkpoint(run);
    std::vector<SettingError> unused = removeUnused(unfinished->settings);
    return {
        std::move(file),  run, std::move(unfinished->settings), std::move(unfinished->rounds), std::move(checkpoint),
        std::move(unused)};
}

OpenedSession openedSession(const Recording& recording)
{
    const auto annotation = [&](const char* name) { return QString::fromStdString(recording.file.annotation(name)); };
    OpenedSession session{.settings = recording.settings,
                          .dataset = recording.file.header().dataset,
                          .asks = !annotation(asksAnnotation).isEmpty(),
                          .view = annotation("view"),
                          .favourites = annotation("favourites"),
                          .queue = annotation("queue"),
                          .warnings = {}};
    for (const SettingError& unused : recording.unused)
        session.warnings += QCoreApplication::translate("inverso::ui::SearchWorker",
                                                        "%1 An older version recorded it, and it had no effect.")
                                .arg(settingSentence(unused));
    return session;
}

} // namespace inverso::ui
