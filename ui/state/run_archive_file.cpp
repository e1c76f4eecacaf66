// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/run_archive_file.h"

#include "core/session/session_file.h"

#include <QFileInfo>

#include <utility>

namespace inverso::ui {

namespace {

RunRecord record(const RecordedRun& recorded, const std::string& dataset)
{
    double seconds = 0.0;
    for (const Round& round : recorded.rounds)
        seconds += round.seconds.total();
    RunRecord result(recorded.settings, dataset);
    result.append(recorded.rounds, recorded.finished ? recorded.seconds : seconds);
    return result;
}

} // namespace

std::vector<ArchivedRun> readArchivedRuns(const std::filesystem::path& path)
{
    const SessionFile session = SessionFile::view(path);
    std::vector<ArchivedRun> runs;
    for (const RecordedRun& recorded : session.runs()) {
        if (recorded.rounds.empty())
            continue;
        ArchivedRun run;
        run.space = session.header().space;
        run.record = record(recorded, session.header().dataset);
        run.file = QString::fromStdString(path.string());
        run.finished = recorded.finished;
        runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace inverso::ui
