// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/run_archive_file.h"

#include "core/session/session_file.h"

#include <QFileInfo>

#include <utility>

namespace inverso::ui {

namespace {

double sum(const PhaseSeconds& seconds)
{
    return seconds.fineTune + seconds.retrain + seconds.generate + seconds.predict + seconds.other;
}

RunRecord record(const RecordedRun& recorded, const std::string& dataset)
{
    std::vector<Round> rounds;
    double seconds = 0.0;
    for (const RecordedRound& each : recorded.rounds) {
        Round round;
        round.number = each.number;
        round.queries = each.queries;
        round.decodes = each.decodes;
        round.seconds = each.seconds;
        seconds += sum(each.seconds);
        rounds.push_back(std::move(round));
    }
    RunRecord result(recorded.settings, dataset);
    result.append(std::move(rounds), recorded.finished ? recorded.seconds : seconds);
    return result;
}

} // namespace

std::vector<ArchivedRun> readArchivedRuns(const std::filesystem::path& path)
{
    const SessionFile session = SessionFile::open(path);
    std::vector<ArchivedRun> runs;
    for (const RecordedRun& recorded : session.runs()) {
        if (recorded.rounds.empty())
            continue;
        ArchivedRun run;
        run.space = session.header().space;
        run.record = record(recorded, session.header().dataset);
        run.file = QString::fromStdString(path.string());
        runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace inverso::ui
